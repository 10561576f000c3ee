import type { Elf } from './generated/elf.js';

/** The index of the section with this name, or `undefined` if there is none. */
export function sectionIndex(elf: Elf, name: string): number | undefined {
  const index = sectionNames(elf).indexOf(name);
  return index < 0 ? undefined : index;
}

/** The names of all sections, from the section that holds them. */
export function sectionNames({ body }: Elf): readonly string[] {
  const names = body.contents[body.sectionNames] ?? new Uint8Array(0);
  return body.sectionHeaders.map(({ name }) => {
    const end = names.indexOf(0, name);
    return String.fromCharCode(...names.subarray(name, end < 0 ? names.length : end));
  });
}

/** The content of a section in the file; empty if it has no bytes there. */
export function contentOf(elf: Elf, name: string): Uint8Array | undefined {
  const index = sectionIndex(elf, name);
  return index === undefined ? undefined : elf.body.contents[index];
}

/**
 * The file with the content of a section replaced by the same number of bytes: everything else stays where it is.
 *
 * @throws TypeError if there is no such section
 */
export function withContent(elf: Elf, name: string, content: Uint8Array): Elf {
  const index = sectionIndex(elf, name);
  if (index === undefined) throw new TypeError(`There is no section ${name}`);
  const contents = elf.body.contents.map((old, at) => (at === index ? content : old));
  return { ...elf, body: { ...elf.body, contents } };
}
