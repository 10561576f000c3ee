import type { DescMessage, Message } from '@bufbuild/protobuf';
import { create, createFileRegistry, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { FieldDescriptorProto } from '@bufbuild/protobuf/wkt';
import {
  EnumDescriptorProtoSchema,
  FieldDescriptorProtoSchema,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from '@bufbuild/protobuf/wkt';
import { decodeByHand } from '../by-hand/decode.js';
import type { Row, Table } from '../generated/records.js';
import { KINDS } from './protobuf-schema.js';

/** A record as protobuf-es has it. */
type Value = Message & { readonly rows: readonly (Omit<Row, 'kind'> & { readonly kind: number })[] };

/** protobuf-es. Its wire format is its own. */
export function protobufEsRecords(): {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
  normalise(value: Value): Table;
  wire(bytes: Uint8Array): Uint8Array;
} {
  const schema = tableSchema();
  return {
    decode: (bytes) => fromBinary(schema, bytes) as Value, // as the schema says
    encode: (value) => toBinary(schema, value),
    normalise: ({ rows }) => ({
      rows: rows.map(({ id, kind, flags, created, latitude, longitude, temperature, ...rest }) => ({
        id,
        kind: KINDS[kind] ?? 'alpha',
        flags,
        created,
        latitude,
        longitude,
        temperature,
        score: rest.score,
        active: rest.active,
        name: rest.name,
        note: rest.note,
        tags: rest.tags.map(({ key, value }) => ({ key, value })),
      })),
    }),
    wire(bytes) {
      const rows = decodeByHand(bytes).rows.map((row) => ({ ...row, kind: KINDS.indexOf(row.kind) }));
      return toBinary(schema, create(schema, { rows }));
    },
  };
}

/** The schema of `protobuf-schema.ts`, as its compiler describes it: generated code holds just this, too. */
function tableSchema(): DescMessage {
  const field = (
    name: string,
    number: number,
    type: Type,
    rest: { readonly typeName?: string; readonly label?: Label } = {},
  ): FieldDescriptorProto =>
    create(FieldDescriptorProtoSchema, {
      name,
      jsonName: name,
      number,
      type,
      label: Label.OPTIONAL,
      ...rest,
    });
  const many = (typeName: string): { typeName: string; label: Label } => ({
    typeName,
    label: Label.REPEATED,
  });
  const file = create(FileDescriptorProtoSchema, {
    name: 'records.proto',
    syntax: 'proto3',
    package: 'records',
    enumType: [
      create(EnumDescriptorProtoSchema, {
        name: 'Kind',
        value: ['ALPHA', 'BETA', 'GAMMA'].map((name, number) => ({ name, number })),
      }),
    ],
    messageType: [
      { name: 'Tag', field: [field('key', 1, Type.UINT32), field('value', 2, Type.FIXED32)] },
      {
        name: 'Row',
        field: [
          field('id', 1, Type.FIXED32),
          field('kind', 2, Type.ENUM, { typeName: '.records.Kind' }),
          field('flags', 3, Type.UINT32),
          field('created', 4, Type.FIXED64),
          field('latitude', 5, Type.DOUBLE),
          field('longitude', 6, Type.DOUBLE),
          field('temperature', 7, Type.SINT32),
          field('score', 8, Type.FLOAT),
          field('active', 9, Type.BOOL),
          field('name', 10, Type.STRING),
          field('note', 11, Type.STRING),
          field('tags', 12, Type.MESSAGE, many('.records.Tag')),
        ],
      },
      { name: 'Table', field: [field('rows', 1, Type.MESSAGE, many('.records.Row'))] },
    ],
  });
  const schema = createFileRegistry(create(FileDescriptorSetSchema, { file: [file] })).getMessage(
    'records.Table',
  );
  if (schema === undefined) throw new Error('There is no Table in the schema');
  return schema;
}
