import type {
  CheckIR,
  ChecksumIR,
  ExternalIR,
  FieldIR,
  ParameterIR,
  SpanIR,
  StructIR,
  VirtualIR,
} from '@bytewright/schema-dsl/ir';
import { constant, externalName, metadata, scalarType } from './constants.js';
import { expression } from './expressions.js';
import { node } from './nodes.js';
import { leftOut, orUndefined, record, variant } from './record.js';
import type { Shape } from './shape.js';
import { listOf, oneOf, text, truth, whole } from './shape.js';

const field = record<FieldIR>({
  name: text,
  doc: orUndefined(text),
  metadata: leftOut(metadata),
  visibility: oneOf(['value', 'constant', 'derived', 'peek', 'assertion']),
  node,
  encode: orUndefined(expression),
});

const check = record<CheckIR>({
  after: whole(-1),
  field: orUndefined(text),
  holds: expression,
  code: oneOf(['mismatch', 'check-failed']),
  message: text,
});

const algorithm: Shape<ChecksumIR['algorithm']> = (value, place) =>
  typeof value === 'string'
    ? oneOf(['crc32', 'internetChecksum'])(value, place)
    : (externalName(value, place) satisfies ExternalIR);

const checksum = record<ChecksumIR>({
  field: text,
  algorithm,
  over: listOf(
    variant<SpanIR | VirtualIR>('kind', {
      span: record<SpanIR>({ kind: oneOf(['span']), first: text, last: text, fill: leftOut(whole(0, 0xff)) }),
      virtual: record<VirtualIR>({
        kind: oneOf(['virtual']),
        struct: text,
        values: listOf(record<VirtualIR['values'][number]>({ field: text, value: expression })),
      }),
    }),
  ),
  after: whole(0),
});

const parameter = record<ParameterIR>({
  name: text,
  type: scalarType,
  values: leftOut(listOf(text)),
  default: leftOut(constant),
  candidates: leftOut(listOf(constant)),
});

/** A struct. */
export const struct: Shape<StructIR> = record<StructIR>({
  name: text,
  doc: orUndefined(text),
  metadata: leftOut(metadata),
  fields: listOf(field),
  checks: listOf(check),
  checksums: leftOut(listOf(checksum)),
  flat: orUndefined(text),
  parameters: listOf(parameter),
  recursive: truth,
});
