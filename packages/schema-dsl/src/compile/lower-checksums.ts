import { faultOfSpan, spanHolds } from '../ir/analysis/spans.js';
import type { ChecksumIR, SpanIR, VirtualIR } from '../ir/checksum.js';
import { fieldsOf } from '../ir/expression.js';
import type { FieldIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { ChecksumDefinition, VirtualDefinition } from '../language/checksum.js';
import { describeDefinition } from '../language/describe-argument.js';
import type { StructTable } from './struct-table.js';

/** A struct's checksums in the order in which they are filled: one inside a span comes before that span's checksum. */
export function lowerChecksums(
  struct: string,
  fields: readonly FieldIR[],
  definitions: ReadonlyMap<string, ChecksumDefinition>,
  table: StructTable,
): readonly ChecksumIR[] {
  const names = fields.map((field) => field.name);
  const checksums = [...definitions].map(([field, { algorithm, over }]): ChecksumIR => {
    const path = `${struct}.${field}`;
    const parts = over.map((part) =>
      part.kind === 'span' ? checkedSpan(part, fields, path) : lowerVirtual(part, path, table),
    );
    const covered = parts.flatMap((part) =>
      part.kind === 'span' ? [part.last] : part.values.flatMap(({ value }) => [...fieldsOf(value)]),
    );
    const after = Math.max(names.indexOf(field), ...covered.map((name) => names.indexOf(name)));
    return { field, algorithm, over: parts, after };
  });
  return inPaddingOrder(struct, checksums, fields);
}

function checkedSpan(span: SpanIR, fields: readonly FieldIR[], path: string): SpanIR {
  const names = fields.map(({ name }) => name);
  if (!names.includes(span.first) || !names.includes(span.last))
    throw new SchemaError(
      'wrong-span',
      path,
      `the span goes from ${span.first} to ${span.last}, which are not both fields of this struct; use two of its fields`,
    );
  const fault = faultOfSpan(span, fields);
  if (fault !== undefined) throw new SchemaError('wrong-span', path, fault);
  return span;
}

function lowerVirtual({ node, values }: VirtualDefinition, path: string, table: StructTable): VirtualIR {
  if (node.definition.kind !== 'struct')
    throw new SchemaError(
      'wrong-virtual-header',
      path,
      `a virtual header is ${describeDefinition(node.definition)}; use a struct: virtual(Header, { … })`,
    );
  return { kind: 'virtual', struct: table.add(node.definition, path), values };
}

function inPaddingOrder(
  struct: string,
  checksums: readonly ChecksumIR[],
  fields: readonly FieldIR[],
): readonly ChecksumIR[] {
  const ordered: ChecksumIR[] = [];
  const visit = (checksum: ChecksumIR, above: readonly string[]): void => {
    if (ordered.includes(checksum)) return;
    const way = [...above, checksum.field];
    if (above.includes(checksum.field)) {
      const cycle = way.slice(way.indexOf(checksum.field)).join(' → ');
      throw new SchemaError(
        'checksum-cycle',
        `${struct}.${checksum.field}`,
        `checksums cover each other, so none can be first: ${cycle}; exclude one of them from the other's span`,
      );
    }
    for (const other of checksums)
      if (other !== checksum && covers(checksum, other.field, fields)) visit(other, way);
    ordered.push(checksum);
  };
  for (const checksum of checksums) visit(checksum, []);
  return ordered;
}

function covers({ over }: ChecksumIR, field: string, fields: readonly FieldIR[]): boolean {
  return over.some((part) => part.kind === 'span' && spanHolds(part, field, fields));
}
