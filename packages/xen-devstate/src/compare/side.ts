import { planCatalog } from '../import/catalog/plan-catalog.js';
import type { StateDescription } from '../import/tables/state-description.js';
import { WITHIN } from '../overlays/contents.js';
import type { Description } from '../vmdescription/described.js';
import type { CatalogDevices } from '../wire/catalog-devices.js';
import { deviceName } from '../wire/device-name.js';
import { describeCapture } from './from-capture.js';
import { describeSchema } from './from-schemas.js';
import { TableReader } from './from-tables.js';
import { Interner } from './intern.js';
import type { SentSubsections } from './sent-subsections.js';
import type { WireDescription } from './wire-description.js';

/** One side of a comparison: the devices of a build, or of one machine. */
export interface Side {
  /** Its name in the comparison, such as `qemu-7.2`. */
  readonly name: string;
  /** A description for people. */
  readonly title: string;
  readonly kind: 'schemas' | 'tables' | 'capture';
  /** Whether it has only the devices of one machine, so that others do not count as missing. */
  readonly isOneMachine: boolean;
  /** Descriptions by the names in section headers; several may share one. */
  readonly devices: ReadonlyMap<string, readonly WireDescription[]>;
  /** Descriptions that only QEMU's own code includes in devices, if the source lists them separately. */
  readonly within: ReadonlyMap<string, readonly WireDescription[]>;
  /** The subsections that the machine sent; `undefined` for a build. */
  readonly sent?: SentSubsections;
}

/** The name and title of a side. */
export interface SideName {
  readonly name: string;
  readonly title: string;
}

/**
 * A side with the devices of a catalog.
 *
 * @param sent the subsections that a machine sent, if these are the devices of one machine only
 * @throws SchemaError if a schema is invalid
 */
export function sideOfSchemas(
  devices: CatalogDevices,
  { name, title }: SideName,
  sent?: SentSubsections,
): Side {
  const interner = new Interner();
  const all = new Map(
    Object.entries(devices).map(([device, schemas]) => [
      device,
      schemas.map((schema) => interner.intern(describeSchema(schema))),
    ]),
  );
  const within = withinOf(all);
  const own = [...all].filter(([device]) => !within.has(device));
  const isOneMachine = sent !== undefined;
  const side = { name, title, kind: 'schemas', isOneMachine, devices: new Map(own), within } as const;
  return sent === undefined ? side : { ...side, sent };
}

/** A side with the devices that the tables of a QEMU binary describe. */
export function sideOfTables(descriptions: readonly StateDescription[], { name, title }: SideName): Side {
  const [reader, interner] = [new TableReader(), new Interner()];
  const devices = new Map<string, WireDescription[]>();
  const within = new Map<string, WireDescription[]>();
  for (const { description, isDevice } of planCatalog(descriptions).values()) {
    const isWithin = WITHIN.has(description.name);
    if (!isDevice && !isWithin) continue;
    const target = isWithin ? within : devices;
    const wire = interner.intern(reader.describe(description));
    const others = target.get(description.name) ?? [];
    if (!others.includes(wire)) target.set(description.name, [...others, wire]);
  }
  return { ...{ name, title, kind: 'tables', isOneMachine: false, devices, within } };
}

/** A side with the devices of one machine, as described by a VMDESCRIPTION. */
export function sideOfCapture({ devices }: Description, { name, title }: SideName): Side {
  const interner = new Interner();
  const all = new Map<string, WireDescription[]>();
  for (const { idstr, state } of devices) {
    const device = deviceName(idstr);
    const wire = interner.intern(describeCapture(state));
    const others = all.get(device) ?? [];
    if (!others.includes(wire)) all.set(device, [...others, wire]);
  }
  return { ...{ name, title, kind: 'capture', isOneMachine: true, devices: all }, within: new Map() };
}

/**
 * Descriptions that only QEMU's own code includes in devices, at any depth. Catalogs list some of them as devices, as no
 * table refers to them: those that occur only inside a device of another name.
 */
function withinOf(
  devices: ReadonlyMap<string, readonly WireDescription[]>,
): ReadonlyMap<string, readonly WireDescription[]> {
  const found = new Map<string, Set<WireDescription>>();
  const insides = new Map<WireDescription, Set<string>>();
  const visit = (description: WireDescription, device: string): void => {
    const holders = insides.get(description) ?? new Set();
    if (holders.has(device)) return;
    insides.set(description, holders.add(device));
    const { name } = description;
    if (WITHIN.has(name)) found.set(name, (found.get(name) ?? new Set()).add(description));
    visitParts(description, device);
  };
  const visitParts = ({ fields, subsections }: WireDescription, device: string): void => {
    for (const { content } of fields) if (content !== undefined) visit(content, device);
    for (const part of subsections) visit(part, device);
  };
  for (const [device, descriptions] of devices) for (const one of descriptions) visitParts(one, device);
  for (const [device, descriptions] of devices)
    if (descriptions.every((one) => [...(insides.get(one) ?? [])].some((holder) => holder !== device)))
      found.set(device, new Set(descriptions));
  return new Map([...found].map(([name, all]) => [name, [...all]]));
}
