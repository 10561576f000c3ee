import type { Node } from '@bytewright/schema-dsl';
import { irOf, SchemaError } from '@bytewright/schema-dsl';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import type { CatalogDevices } from '../wire/catalog-devices.js';
import { deviceName } from '../wire/device-name.js';
import { buildSchema, SchemaBuilder } from './build-schema.js';
import type { DescribedDevice } from './described.js';
import { sizeOfStruct } from './described-size.js';
import { readDescription } from './read-description.js';

/** The maximum size of the JSON: no machine comes near. */
const MOST_OF_A_DESCRIPTION = 2 ** 24;

/** A section that a layout describes. */
export interface LayoutSection {
  readonly idstr: string;
  readonly instanceId: number;
  /** The number of sections with this name and instance before it. */
  readonly occurrence: number;
  /** The described size of the payload. */
  readonly size: number;
}

/** The layout of the payloads in a stream, and in the device state of the same machine, from a VMDESCRIPTION. */
export interface Layout {
  /** The size of a memory page of the machine, if specified. */
  readonly pageSize: number | undefined;
  /** The described sections, in the order of the stream. */
  readonly sections: readonly LayoutSection[];
  /**
   * The size of a section's payload; `undefined` for a section that is not described. If no section can end there, the
   * description is wrong (as for `s390_css` in QEMU 5.2 and 7.2), or the machine was in another state: then the size must be
   * determined by other means.
   *
   * @param occurrence - the number of sections with this name and instance before it: QEMU before 8.2 can repeat both
   */
  sizeOf(idstr: string, instanceId: number, occurrence?: number): number | undefined;
  /**
   * The schema of a section's payload, for `decode`, `encode` and `explain`; the same object each time. It accepts any bytes
   * of the described size, except that lists and subsections must have their markers, and they round-trip. Fields are named as
   * in the catalogs, and have QEMU's name and type as `wireName` and `wireType`.
   *
   * `undefined` for a section that is not described, and for a description that cannot be converted to a schema (names that
   * have a meaning in JavaScript, structs nested a hundred deep).
   */
  schemaOf(idstr: string, instanceId: number, occurrence?: number): Node<unknown> | undefined;
  /**
   * The schemas of all payloads by the names in section headers, for the schema of a whole file:
   * `deviceStateOf(layout.devices())`. If sections with one name have different layouts, there are several schemas, which are
   * tried in order, whatever the instance; a payload that none matches is kept verbatim.
   *
   * @example
   * const { DeviceState } = deviceStateOf(layout.devices());
   * encode(DeviceState, decode(DeviceState, bytes)) // the same bytes
   */
  devices(): CatalogDevices;
}

/**
 * Creates the layout of a machine's device state from the JSON at the end of a migration stream of that machine
 * (`findVmDescription` finds it). It works for any architecture, as no knowledge of devices is required.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_save_state_v`, which writes the JSON along with the payloads.
 *
 * @throws DocumentError if it is not JSON, or not of this form
 * @example
 * const layout = layoutOf('{"page_size": 4096, "devices": [{"name": "timer", "instance_id": 0, "vmsd_name": "timer", …}]}');
 * layout.sizeOf('timer', 0) // 24
 * decode(layout.schemaOf('timer', 0), payload) // { cpuTicksOffset: 1234n, unused: undefined, cpuClockOffset: 5678n }
 */
export function layoutOf(json: string | Uint8Array): Layout {
  const { pageSize, devices } = readDescription(typeof json === 'string' ? json : textOf(json));
  let all: CatalogDevices | undefined;
  const found = new Map<string, LayoutDevice>();
  const seen = new Map<string, number>();
  for (const device of devices) {
    const name = keyOf(device.idstr, device.instanceId);
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    found.set(`${occurrence} ${name}`, new LayoutDevice(device, occurrence));
  }
  const deviceOf = (idstr: string, instanceId: number, occurrence: number): LayoutDevice | undefined =>
    found.get(`${occurrence} ${keyOf(idstr, instanceId)}`);
  return {
    pageSize,
    sections: [...found.values()].map(({ section }) => section),
    sizeOf: (idstr, instanceId, occurrence = 0) => deviceOf(idstr, instanceId, occurrence)?.section.size,
    schemaOf: (idstr, instanceId, occurrence = 0) => deviceOf(idstr, instanceId, occurrence)?.schema(),
    devices: () => {
      all ??= devicesOf(devices);
      return all;
    },
  };
}

/** Whether a section can have this name, and it has no meaning for JavaScript objects. */
function isName(name: string): boolean {
  return /^[ -~]+$/.test(name) && !(name in {});
}

function devicesOf(devices: readonly DescribedDevice[]): CatalogDevices {
  const builder = new SchemaBuilder();
  const schemas = new Map<string, Set<Node<unknown>>>();
  for (const { idstr, state } of devices) {
    const name = deviceName(idstr);
    const schema = isName(name) ? schemaOrNothing(() => builder.build(state)) : undefined;
    if (schema === undefined) continue;
    schemas.set(name, (schemas.get(name) ?? new Set()).add(schema));
  }
  return Object.fromEntries([...schemas].map(([name, candidates]) => [name, [...candidates]]));
}

/** A described section, whose schema is built on demand. */
class LayoutDevice {
  readonly section: LayoutSection;
  readonly #device: DescribedDevice;
  #schema: Node<unknown> | undefined;
  #isBuilt = false;

  constructor(device: DescribedDevice, occurrence: number) {
    const { idstr, instanceId, state } = device;
    this.#device = device;
    this.section = { idstr, instanceId, occurrence, size: sizeOfStruct(state) };
  }

  schema(): Node<unknown> | undefined {
    if (!this.#isBuilt) this.#schema = schemaOrNothing(() => buildSchema(this.#device.state));
    this.#isBuilt = true;
    return this.#schema;
  }
}

function schemaOrNothing(build: () => Node<unknown>): Node<unknown> | undefined {
  try {
    const schema = build();
    irOf(schema); // errors in the schema are found on first use
    return schema;
  } catch (error) {
    if (error instanceof SchemaError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function keyOf(idstr: string, instanceId: number): string {
  return `${instanceId} ${idstr}`;
}

function textOf(bytes: Uint8Array): string {
  const refused = (expected: string, found: string): DocumentError =>
    new DocumentError({ path: '', position: undefined, expected, found });
  if (bytes.length > MOST_OF_A_DESCRIPTION)
    throw refused(`at most ${MOST_OF_A_DESCRIPTION} bytes of JSON`, `${bytes.length} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused('text in UTF-8', 'other bytes');
  }
}
