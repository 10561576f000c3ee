import {
  blankedSpan,
  checksumOf,
  crc32,
  internetChecksum,
  joinBytes,
  spanOf,
} from '@bytewright/runtime/codec';
import { sizeBounds } from '../ir/analysis/size-bounds.js';
import { spanHolds } from '../ir/analysis/spans.js';
import type { ChecksumAlgorithm, ChecksumIR, VirtualIR } from '../ir/checksum.js';
import type { FieldIR, SchemaIR } from '../ir/schema.js';
import { externalFunction } from '../language/external.js';
import { EncodeContext } from './encode-context.js';
import { evaluate } from './evaluate.js';
import { EMPTY_SCOPE } from './fieldless-scopes.js';
import { encodeNode } from './nodes/index.js';
import type { Scope } from './scope.js';

/** Where fields begin and end. */
export interface Extents {
  startOf(field: string): number;
  endOf(field: string): number;
}

/** A checksum over decoded or encoded bytes: the algorithm's result, or a description of what went wrong. */
export function computeChecksum(
  checksum: ChecksumIR,
  bytes: Uint8Array,
  extents: Extents,
  scope: Scope,
  structs: SchemaIR['structs'],
  fields: readonly FieldIR[],
): unknown {
  const compute = functionOf(checksum.algorithm);
  return checksumOf(() =>
    compute(joinBytes(...coveredBytes(checksum, bytes, extents, scope, structs, fields))),
  );
}

function functionOf(algorithm: ChecksumAlgorithm): (bytes: Uint8Array) => unknown {
  if (algorithm === 'crc32') return crc32;
  if (algorithm === 'internetChecksum') return internetChecksum;
  return externalFunction(algorithm);
}

function coveredBytes(
  { field, over }: ChecksumIR,
  bytes: Uint8Array,
  extents: Extents,
  scope: Scope,
  structs: SchemaIR['structs'],
  fields: readonly FieldIR[],
): readonly Uint8Array[] {
  const [from, to] = [extents.startOf(field), extents.endOf(field)];
  return over.map((part) => {
    if (part.kind === 'virtual') return virtualHeader(part, scope, structs);
    const [start, end] = [extents.startOf(part.first), extents.endOf(part.last)];
    return spanHolds(part, field, fields)
      ? blankedSpan(bytes, start, end, from, to, part.fill)
      : spanOf(bytes, start, end);
  });
}

function virtualHeader(
  { struct, values }: VirtualIR,
  scope: Scope,
  structs: SchemaIR['structs'],
): Uint8Array {
  const node = { kind: 'struct', name: struct } as const;
  const encoding = new EncodeContext(new Uint8Array(sizeBounds(node, structs).min), structs, false);
  const header = Object.fromEntries(values.map(({ field, value }) => [field, evaluate(value, scope)]));
  encodeNode(node, header, encoding, EMPTY_SCOPE);
  return encoding.bytes;
}
