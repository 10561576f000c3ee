import { irOf } from '@bytewright/schema-dsl';
import {
  DocumentError,
  MemberReader,
  parseJson,
  printJson,
  structFromJson,
  valueToJson,
} from '@bytewright/schema-dsl/inspect';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { DeviceState as schema } from '../schema.js';
import type { DeviceState } from '../wire/codec.js';

/** The value of a document's member `format`: the format and its version. In version 1, all payloads are bytes. */
export const DOCUMENT_FORMAT = 'bytewright/devstate@1';

/**
 * Prints a device state as a JSON document, piece by piece: 64-bit integers as decimal strings, bytes as lower-case
 * hexadecimal text (in lines of 32 above 64 bytes), `undefined` as null.
 *
 * @throws EncodeError before the first piece if the value is not a device state
 */
export function printDeviceState(state: DeviceState): Iterable<string> {
  const { root, structs } = irOf(schema);
  const json = valueToJson(root, state, structs);
  return printDocument({ format: DOCUMENT_FORMAT, ...(json as object) });
}

function* printDocument(document: object): Generator<string> {
  yield* printJson(document as Parameters<typeof printJson>[0]);
  yield '\n';
}

/**
 * Prints a device state as a JSON document.
 *
 * @throws EncodeError if the value is not a device state
 * @throws RangeError if the text is longer than a string can be; `printDeviceState` has no such limit
 * @example
 * // {
 * //   "format": "bytewright/devstate@1",
 * //   "footers": true,
 * //   "sections": [
 * //     { "sectionId": 2, "idstr": "timer", "instanceId": 0, "versionId": 2, "device": null, "payload": "00…" },
 * //   ],
 * //   "trailing": ""
 * // }
 */
export function stringifyDeviceState(state: DeviceState): string {
  return [...printDeviceState(state)].join('');
}

/**
 * Parses a device state from a JSON document.
 *
 * Missing, unknown or duplicate members, values of the wrong type and numbers out of range are refused. Whether the value can
 * be encoded is checked by the encoder.
 *
 * @throws DocumentError with the path of the member, or the line if the text is not JSON
 */
export function parseDeviceState(text: string): DeviceState {
  const reader = new MemberReader(parseJson(text), '');
  const format = reader.take('format');
  if (format !== DOCUMENT_FORMAT) {
    const found = typeof format === 'string' ? JSON.stringify(format.slice(0, 60)) : 'another type';
    throw new DocumentError({ path: 'format', position: undefined, expected: `"${DOCUMENT_FORMAT}"`, found });
  }
  const value = structFromJson(rootName(irOf(schema)), reader, irOf(schema).structs);
  reader.finish();
  return value as unknown as DeviceState; // built from the schema that the type is derived from
}

function rootName({ root }: SchemaIR): string {
  if (root.kind !== 'struct') throw new TypeError('The schema of a device state is a struct');
  return root.name;
}
