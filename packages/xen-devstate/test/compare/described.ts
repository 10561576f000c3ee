import type { Side } from '../../src/compare/side.js';
import type { Presence, WireCount, WireDescription, WireField } from '../../src/compare/wire-description.js';
import { ALWAYS, fixedSize } from '../../src/compare/wire-description.js';

/** The sizes of the types that these tests use. */
const SIZES: Readonly<Record<string, number>> = {
  uint8: 1,
  uint16: 2,
  uint32: 4,
  uint64: 8,
  int32: 4,
  bool: 1,
  timer: 8,
  'uint32 equal': 4,
};

interface Details {
  readonly bytes?: number;
  readonly presence?: Presence;
  readonly count?: WireCount;
}

/** A field with a type; `buffer` and `unused_buffer` require a size. */
export function field(name: string, type: string, details: Details = {}): WireField {
  const { bytes = SIZES[type] ?? 0, presence = ALWAYS, count } = details;
  const shared = { isTypeExact: true, isOverlaid: false, content: undefined };
  return { ...shared, name, type, size: fixedSize(bytes), count, presence };
}

/** A field that contains a struct. */
export function structField(name: string, content: WireDescription, count?: WireCount): WireField {
  return { ...field(name, 'struct', count === undefined ? {} : { count }), content };
}

/** A description, of version 1 by default. */
export function described(
  name: string,
  fields: readonly WireField[],
  details: {
    readonly version?: number;
    readonly minimum?: number;
    readonly subsections?: readonly WireDescription[];
  } = {},
): WireDescription {
  const { version = 1, minimum = 1, subsections = [] } = details;
  return { name, isDescribed: true, version, minimum, fields, subsections };
}

/** A build with these devices. */
export function build(name: string, ...devices: readonly WireDescription[]): Side {
  return {
    ...{ name, title: name, kind: 'schemas', isOneMachine: false, within: new Map() },
    devices: new Map(devices.map((device) => [device.name, [device]])),
  };
}
