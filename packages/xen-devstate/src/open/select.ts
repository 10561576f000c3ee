import { describe } from '@bytewright/runtime/codec';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { fieldsIn, nearestNames, PathError, resolveField } from '@bytewright/schema-dsl/inspect';
import type { OpenedSection } from './opened-section.js';

/** The sections selected by the start of a path, and the rest of the path, without a leading dot. */
export interface SelectedSections {
  readonly sections: readonly OpenedSection[];
  readonly rest: string;
  /** Whether the path begins with `sections[3]`, so that the rest is a member of the section. */
  readonly isMember: boolean;
}

/** A field of a section. */
export interface SelectedField {
  readonly section: OpenedSection;
  /** The field; `undefined` for the whole section. */
  readonly field: Field | undefined;
}

/**
 * Selects sections by the start of a path: `sections[3]`, or a selector. A selector is a section's name, with or without its
 * bus path, optionally in double quotes, then `#2` for an instance or `@7` for a section id.
 *
 * @throws PathError that lists the available names
 * @example `dma#1.regs[0]`, `slirp@7`, `"0000:00:02.0/cirrus_vga".vga.latch`, `sections[3].state.cmosData[9]`
 */
export function selectSections(sections: readonly OpenedSection[], path: string): SelectedSections {
  const [indexed, digits] = /^sections\[([0-9]{1,9})\]/.exec(path) ?? [];
  if (indexed !== undefined) {
    const section = sections[Number(digits)];
    if (section === undefined) throw new PathError(`no ${indexed}: there are ${sections.length} sections`);
    return { sections: [section], rest: restOf(path, indexed.length), isMember: true };
  }
  const { name, length } = nameAt(sections, path);
  const [qualifier = ''] = /^(?:#[0-9]{1,10}|@[0-9]{1,10})*/.exec(path.slice(length)) ?? [];
  const instances = [...qualifier.matchAll(/#([0-9]+)/g)].map(([, number]) => Number(number));
  const ids = [...qualifier.matchAll(/@([0-9]+)/g)].map(([, number]) => Number(number));
  const named = sections.filter((section) => section.report.idstr === name || section.name === name);
  const exact = named.filter(({ report }) => report.idstr === name);
  const selected = (exact.length > 0 ? exact : named).filter(
    ({ report }) =>
      instances.every((instance) => report.instanceId === instance) &&
      ids.every((id) => report.sectionId === id),
  );
  if (selected.length === 0)
    throw new PathError(
      `no ${path.slice(0, length)}${qualifier}; sections with that name: ${named.map(selectorOf).join(', ')}`,
    );
  return { sections: selected, rest: restOf(path, length + qualifier.length), isMember: false };
}

/**
 * Selects sections, or a field in each of them, by path.
 *
 * @throws PathError that lists the available names
 */
export function select(sections: readonly OpenedSection[], path: string): readonly SelectedField[] {
  const { sections: selected, rest, isMember } = selectSections(sections, path);
  if (rest === '') return selected.map((section) => ({ section, field: undefined }));
  return selected.map((section) => ({ section, field: fieldIn(section, rest, isMember) }));
}

/**
 * Selects one field by path.
 *
 * @throws PathError if there is none, or several
 */
export function selectOne(sections: readonly OpenedSection[], path: string): SelectedField {
  const [first, ...others] = select(sections, path);
  if (first === undefined) throw new PathError(`no ${path}`); // select() has already refused that
  if (others.length === 0) return first;
  const all = [first, ...others].map(({ section }) => selectorOf(section));
  throw new PathError(`${describe(path)} is ambiguous; matching sections: ${all.join(', ')}`);
}

/** After a selector, fields of the state take precedence over members of the section. */
function fieldIn(section: OpenedSection, rest: string, isMember: boolean): Field {
  const members = section.fields();
  if (isMember) return resolveField(members, rest);
  const state = members.find(({ label }) => label === 'state' || label === 'payload');
  const fields = state === undefined ? [] : state.label === 'payload' ? [state] : fieldsIn(state);
  const path = rest.startsWith('[') && state?.label === 'payload' ? `payload${rest}` : rest;
  try {
    return resolveField(fields, path);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return memberOr(error, members, rest);
  }
}

/** A member of the section, or else the error of the path that was resolved further. */
function memberOr(error: PathError, members: readonly Field[], rest: string): Field {
  const first = /^[^.[]*/.exec(rest)?.[0];
  if (!members.some(({ label, wireName }) => label === first || wireName === first)) throw error;
  try {
    return resolveField(members, rest);
  } catch (other) {
    throw other instanceof PathError && other.understood > error.understood ? other : error;
  }
}

/** The shortest selector for a section by name and instance. */
export function selectorOf({ name, report }: OpenedSection): string {
  return name === report.idstr ? `${name}#${report.instanceId}@${report.sectionId}` : `"${report.idstr}"`;
}

function restOf(path: string, length: number): string {
  const rest = path.slice(length);
  return rest.startsWith('.') ? rest.slice(1) : rest;
}

/** The longest section name at the start of a path. */
function nameAt(
  sections: readonly OpenedSection[],
  path: string,
): { readonly name: string; readonly length: number } {
  const [quoted, inside] = /^"([^"]*)"/.exec(path) ?? [];
  const names = sections.flatMap(({ report, name }) => [report.idstr, name]);
  if (quoted !== undefined && inside !== undefined && names.includes(inside))
    return { name: inside, length: quoted.length };
  let longest = '';
  for (const name of quoted === undefined ? names : []) {
    const isWhole = /^[.[#@]?$/.test(path.charAt(name.length));
    if (path.startsWith(name) && isWhole && name.length > longest.length) longest = name;
  }
  if (longest !== '') return { name: longest, length: longest.length };
  const wanted = inside ?? /^[^.[#@]*/.exec(path)?.[0] ?? path;
  throw new PathError(
    `no section ${describe(wanted)}; similar names: ${nearestNames(
      wanted,
      sections.map(({ name }) => name),
    )}`,
  );
}
