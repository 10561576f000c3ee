import type { DescribedField, DescribedStruct } from './described.js';

/** The size of a subsection's header without its name: `05`, the length of the name, the version. */
const SUBSECTION_HEAD = 6;

/** The size of a field on the wire, with all of its elements. */
export function sizeOfField({ size, count = 1 }: DescribedField): number {
  return size * count;
}

/** The size of a struct on the wire, with its subsections. */
export function sizeOfStruct({ fields, subsections }: DescribedStruct): number {
  const inFields = fields.reduce((sum, field) => sum + sizeOfField(field), 0);
  return subsections.reduce(
    (sum, part) => sum + SUBSECTION_HEAD + part.name.length + sizeOfStruct(part),
    inFields,
  );
}
