import { encodeRoot } from '@bytewright/schema-dsl';
import type { Datum, FieldIR, Metadata, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { fromDatum, printDatum, SchemaError } from '@bytewright/schema-dsl/ir';
import { LINE_WIDTH } from '../line-width.js';
import { article, capitalize } from '../names.js';

/** Bytes of an example that are shown; what is longer is cut. */
const SHOWN_BYTES = 24;

/**
 * What a struct's type says about itself.
 *
 * @throws SchemaError where an example of it has no encoding.
 */
export function structDoc(struct: StructIR, structs: SchemaIR['structs']): string {
  return paragraphs(struct.doc ?? `${capitalize(article(struct.name))}.`, struct.metadata, (example) => {
    const bytes = struct.parameters.length === 0 ? `// ${bytesOf(struct, example, structs)}\n` : '';
    return `\n\`\`\`ts\n${bytes}${printDatum(example)}\n\`\`\``;
  });
}

/** What a member says about itself: the author's words, and where it lies. */
export function memberText({ doc, metadata }: FieldIR, where: string): string {
  const unit = metadata?.unit === undefined ? '' : `, in ${metadata.unit}`;
  const called = [metadata?.wireName, metadata?.wireType].flatMap((name) =>
    name === undefined ? [] : [`\`${name}\``],
  );
  const known = called.length === 0 ? '' : `; ${called.join(', a ')} in the format's own terms`;
  const layout = `${capitalized(where)}${unit}${known}.`;
  return paragraphs(
    doc === undefined ? layout : fitsOneLine(doc, layout) ? `${doc} ${layout}` : `${doc}\n\n${layout}`,
    metadata,
    (example) => ` \`${printDatum(example)}\``,
  );
}

/** Whether a sentence and where a member lies can stand in one line. */
const fitsOneLine = (doc: string, layout: string): boolean =>
  /^[^\n]*[.!?]$/.test(doc) && doc.length + layout.length + 10 <= LINE_WIDTH;

/** The tag for a function whose type is not to be used any more. */
export function deprecation({ metadata }: StructIR): string {
  return metadata?.deprecated === undefined ? '' : `\n@deprecated ${metadata.deprecated}`;
}

function paragraphs(text: string, metadata: Metadata = {}, show: (example: Datum) => string): string {
  const { source, deprecated, examples = [] } = metadata;
  const tags = [
    ...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`]),
    ...examples.map((example) => `@example${show(example)}`),
  ];
  return [
    text,
    ...(source === undefined ? [] : [`Source: ${source}`]),
    ...(tags.length === 0 ? [] : [tags.join('\n')]),
  ].join('\n\n');
}

function bytesOf(struct: StructIR, example: Datum, structs: SchemaIR['structs']): string {
  const ir: SchemaIR = { format: 1, root: { kind: 'struct', name: struct.name }, structs };
  let bytes: Uint8Array;
  try {
    bytes = encodeRoot(ir, fromDatum(example));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SchemaError(
      'invalid-example',
      struct.name,
      `its example ${printDatum(example)} has no encoding: ${problem}; give a value that encode() takes`,
    );
  }
  const shown = Array.from(bytes.subarray(0, SHOWN_BYTES), (byte) => byte.toString(16).padStart(2, '0'));
  const rest = bytes.length > SHOWN_BYTES ? ` … (${bytes.length} bytes)` : '';
  return bytes.length === 0 ? 'no bytes' : shown.join(' ') + rest;
}

const capitalized = (text: string): string =>
  /^[fui](?:\d|bits)|^(?:[us]leb128|zigzag)\(/.test(text)
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1);
