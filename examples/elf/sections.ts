import type { Elf } from './generated/elf.js';

/** A section by its name: its index, or `undefined` where there is none. */
export function sectionIndex(elf: Elf, name: string): number | undefined {
  const index = sectionNames(elf).indexOf(name);
  return index < 0 ? undefined : index;
}

/** The names of all sections, as the section that holds them spells them. */
export function sectionNames({ body }: Elf): readonly string[] {
  const names = body.contents[body.sectionNames] ?? new Uint8Array(0);
  return body.sectionHeaders.map(({ name }) => {
    const end = names.indexOf(0, name);
    return String.fromCharCode(...names.subarray(name, end < 0 ? names.length : end));
  });
}

/** What a section holds in the file; nothing where it has no bytes there. */
export function contentOf(elf: Elf, name: string): Uint8Array | undefined {
  const index = sectionIndex(elf, name);
  return index === undefined ? undefined : elf.body.contents[index];
}

/**
 * The file with other bytes in a section, as many as before: everything else stays where it is.
 *
 * @throws TypeError where there is no such section
 */
export function withContent(elf: Elf, name: string, content: Uint8Array): Elf {
  const index = sectionIndex(elf, name);
  if (index === undefined) throw new TypeError(`There is no section ${name}`);
  const contents = elf.body.contents.map((old, at) => (at === index ? content : old));
  return { ...elf, body: { ...elf.body, contents } };
}
