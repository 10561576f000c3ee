import type { Colors } from '@bytewright/cli';
import { printable } from '@bytewright/cli';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { fieldsIn, holdsSubsections } from '@bytewright/schema-dsl/inspect';
import { formatValue } from './format-value.js';

/** How fields are shown. */
export interface FieldStyle {
  /** Long lists in full, and absent fields. */
  readonly all: boolean;
  /** QEMU's names next to the schema's, if they differ. */
  readonly wire: boolean;
  /** The schema's documentation of fields. */
  readonly docs: boolean;
  readonly colors: Colors;
}

/** The number of structs shown before the rest of a list is abbreviated. */
const SHOWN_ELEMENTS = 16;
const INDENT = '  ';

/** Prints one field per line, with nested fields indented below it, to any depth. */
export function* fieldLines(
  fields: readonly Field[],
  style: FieldStyle,
  indent: string = INDENT,
): Generator<string> {
  const shown = fields.flatMap(unfoldSubsections).filter((field) => style.all || isShown(field));
  const names = shown.map((field) => nameOf(field, style));
  const width = names.reduce((most, name) => Math.max(most, Math.min(name.length, 40)), 0);
  for (const [i, field] of shown.entries()) {
    const name = names[i] ?? '';
    if (style.docs && field.doc !== undefined)
      yield `${indent}${style.colors.dim(`# ${printable(field.doc)}`)}\n`;
    const inner = fieldsIn(field);
    if (inner.length > 0) {
      yield `${indent}${style.colors.bold(name)}\n`;
      const folded =
        typeof inner[0]?.segments.at(-1) === 'number' && !style.all ? inner.slice(0, SHOWN_ELEMENTS) : inner;
      yield* fieldLines(folded, style, indent + INDENT);
      if (folded.length < inner.length) yield `${indent}${INDENT}… ${inner.length} elements\n`;
      continue;
    }
    const [first = '', ...more] = formatValue(field, style.all);
    yield `${indent}${style.colors.bold(name)}${' '.repeat(Math.max(0, width - name.length))}  ${first}\n`;
    for (const line of more) yield `${indent}${INDENT}${line}\n`;
  }
}

/** Shows subsections in their struct under their own names, with their fields directly below. */
function unfoldSubsections(field: Field): readonly Field[] {
  if (!holdsSubsections(field)) return [field];
  return fieldsIn(field).flatMap((subsection) =>
    fieldsIn(subsection)
      .filter(({ label }) => label === 'state')
      .map((state) => ({ ...state, label: subsection.label, wireName: subsection.label, doc: undefined })),
  );
}

function isShown({ value, node }: Field): boolean {
  return value !== undefined || node.kind === 'padding';
}

function nameOf({ label, wireName }: Field, { wire }: FieldStyle): string {
  const name = printable(label);
  return wire && wireName !== '' && wireName !== label ? `${name} (${printable(wireName)})` : name;
}
