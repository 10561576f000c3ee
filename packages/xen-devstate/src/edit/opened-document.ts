import { isEncodeError } from '@bytewright/runtime';
import { joinBytes } from '@bytewright/runtime/codec';
import { irOf } from '@bytewright/schema-dsl';
import type { JsonTree, JsonValue } from '@bytewright/schema-dsl/inspect';
import {
  bytesOfHex,
  DocumentError,
  kindOfJson,
  MemberReader,
  parseJson,
  printJson,
  structFromJson,
  valueFromJson,
  valueToJson,
} from '@bytewright/schema-dsl/inspect';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import type { Catalog, CatalogSchemas } from '../open/catalog.js';
import { LAYOUT } from '../open/catalog-of-layout.js';
import { CATALOGS } from '../open/catalogs.js';
import type { OpenedFile } from '../open/opened-file.js';
import { readDeviceState } from '../open/report/read-device-state.js';
import { candidatesOf } from '../wire/candidates.js';
import { encodeDeviceState } from '../wire/codec.js';
import { deviceName } from '../wire/device-name.js';
import type { AnyDeviceState } from '../wire/device-state-of.js';
import { magicBehind } from '../wire/landmark.js';
import { payloadOf } from '../wire/payload-of.js';
import { SectionHeader } from '../wire/section-header.js';
import type { AnySection } from '../wire/section-of.js';
import { DOCUMENT_FORMAT, parseDeviceState } from './device-state-document.js';

/** The value of `format` in documents with the fields of devices. */
export const FIELDS_FORMAT = 'bytewright/devstate@2';

/** A parsed document. */
export interface ParsedDocument {
  /** The catalog that describes its devices; `undefined` if all payloads are bytes (version 1). */
  readonly catalog: string | undefined;
  readonly value: AnyDeviceState;
  /** Encodes it. @throws EncodeError if the value is not a device state */
  encode(): Uint8Array;
}

/**
 * Prints an opened file as a JSON document, piece by piece: the name of the catalog, and for every section its fields, or its
 * bytes if no schema describes it.
 *
 * @example
 * // { "format": "bytewright/devstate@2", "catalog": "qemu-7.2-xen", "footers": false,
 * //   "sections": [{ "sectionId": 0, "idstr": "timer", …, "device": "timer", "state": { "cpuTicksOffset": "0", … } }, …],
 * //   "trailing": "" }
 */
export function* printOpenedFile({ opened, sections, behind }: OpenedFile): Generator<string> {
  const { catalog, value } = opened;
  const written = sections.map((section): JsonTree => {
    const { sectionId, idstr, instanceId, versionId, device } = section.value;
    const header = { sectionId, idstr, instanceId, versionId, device: device ?? null };
    const [held] = section.fields().slice(-1); // `state`, or `payload`
    if (held === undefined) return header;
    const path = `sections[${section.index}].${held.label}`;
    return { ...header, [held.label]: valueToJson(held.node, held.value, held.structs, path) };
  });
  const { footers } = value;
  const trailing = joinBytes(value.trailing, behind);
  yield* printJson({ format: FIELDS_FORMAT, catalog, footers, sections: written, trailing });
  yield '\n';
}

/**
 * Parses a document of any version. Missing, unknown or duplicate members, values of the wrong type and numbers out of range
 * are refused. Whether the value can be encoded is checked by the encoder.
 *
 * @param others catalogs that a document may name in addition to those of this package, such as that of a layout; they take
 *   precedence over a catalog with the same name
 * @throws DocumentError with the path of the member, or the line if the text is not JSON
 */
export async function parseDocument(text: string, others: readonly Catalog[] = []): Promise<ParsedDocument> {
  const reader = new MemberReader(parseJson(text), '');
  const format = reader.take('format');
  if (format === DOCUMENT_FORMAT) {
    const state = parseDeviceState(text);
    return { catalog: undefined, value: state, encode: () => encodeDeviceState(state) };
  }
  if (format !== FIELDS_FORMAT) {
    const found = typeof format === 'string' ? JSON.stringify(format.slice(0, 60)) : kindOfJson(format);
    throw refuse('format', `"${FIELDS_FORMAT}" or "${DOCUMENT_FORMAT}"`, found);
  }
  const named = reader.take('catalog');
  const known: readonly Catalog[] = [...others, ...Object.values(CATALOGS)];
  const codec = known.find(({ name }) => name === named);
  if (codec === undefined)
    throw refuse(
      'catalog',
      `one of ${known.map(({ name }) => name).join(', ')}${named === LAYOUT ? ', as no layout was given' : ''}`,
      typeof named === 'string' ? JSON.stringify(named.slice(0, 60)) : kindOfJson(named),
    );
  const schemas = await codec.schemas();
  const footers = reader.take('footers');
  if (typeof footers !== 'boolean') throw refuse('footers', 'true or false', kindOfJson(footers));
  const list = reader.take('sections');
  if (!isList(list)) throw refuse('sections', 'an array', kindOfJson(list));
  const schemaOf = rememberedSchemas(schemas);
  const sections = list.map((json, i) => sectionFromJson(json, `sections[${i}]`, schemas, schemaOf));
  const trailing = bytesOfHex(reader.take('trailing'), 'trailing');
  reader.finish();
  const value = { footers, sections, trailing };
  return { catalog: codec.name, value, encode: () => encodeValue(codec, value) };
}

/**
 * Encodes a state with the bytes that follow it. Without footers, the codec does not read these: see `endOfState`. With
 * footers, the codec confirms all of them, unless a reader would ignore another state after this one, as in `endOfState`.
 */
function encodeValue(codec: Catalog, value: AnyDeviceState): Uint8Array {
  const { footers, trailing } = value;
  if (!footers) return joinBytes(codec.encode({ ...value, trailing: new Uint8Array(0) }), trailing);
  try {
    return codec.encode(value);
  } catch (error) {
    const second = isEncodeError(error) ? magicBehind(trailing, 0) : undefined;
    if (second === undefined) throw error;
    return encodeInFrontOf(codec, value, second, error);
  }
}

/** Encodes a state followed by another one, at an offset in the trailing bytes; throws `refused` if a reader would take both for one. */
function encodeInFrontOf(
  codec: Catalog,
  { trailing, ...value }: AnyDeviceState,
  second: number,
  refused: unknown,
): Uint8Array {
  const own = codec.encode({ ...value, trailing: trailing.subarray(0, second) });
  const bytes = joinBytes(own, trailing.subarray(second));
  if (readDeviceState(bytes, { catalogs: [codec] }).report.footers === false) return bytes;
  throw refused;
}

type SchemaOf = (name: string, device: string, versionId: number) => SchemaIR | undefined;

/** Caches schemas by name and version: a document may have many sections that share one. */
function rememberedSchemas({ devices }: CatalogSchemas): SchemaOf {
  const known = new Map<string, SchemaIR | undefined>();
  return (name, device, versionId) => {
    const key = JSON.stringify([name, device, versionId]);
    if (known.has(key)) return known.get(key);
    const candidate = candidatesOf(devices, name).find((one) => one.device === device);
    const schema = candidate && irOf(payloadOf(candidate, versionId));
    known.set(key, schema);
    return schema;
  };
}

function sectionFromJson(
  json: JsonValue,
  path: string,
  { devices }: CatalogSchemas,
  schemaOf: SchemaOf,
): AnySection {
  const reader = new MemberReader(json, path);
  const header = structFromJson('SectionHeader', reader, irOf(SectionHeader).structs);
  const { idstr, versionId } = header as Pick<AnySection, 'idstr' | 'versionId'>; // its schema has these types
  const device = reader.take('device');
  let held: Pick<AnySection, 'device' | 'state' | 'payload'>;
  if (device === null) {
    held = { device: undefined, payload: bytesOfHex(reader.take('payload'), reader.pathOf('payload')) };
  } else {
    const name = deviceName(idstr);
    const schema = typeof device === 'string' ? schemaOf(name, device, versionId) : undefined;
    if (typeof device !== 'string' || schema === undefined) {
      const names = candidatesOf(devices, name).map((candidate) => JSON.stringify(candidate.device));
      const found = typeof device === 'string' ? JSON.stringify(device.slice(0, 60)) : kindOfJson(device);
      throw refuse(reader.pathOf('device'), `one of ${[...names, 'null'].join(', ')}`, found);
    }
    const statePath = reader.pathOf('state');
    held = { device, state: valueFromJson(schema.root, reader.take('state'), schema.structs, statePath) };
  }
  reader.finish();
  return { ...(header as Omit<AnySection, 'device'>), ...held };
}

function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}

function refuse(path: string, expected: string, found: string): DocumentError {
  return new DocumentError({ path, position: undefined, expected, found });
}
