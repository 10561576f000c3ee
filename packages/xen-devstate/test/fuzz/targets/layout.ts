import { isDecodeError } from '@bytewright/runtime';
import { decode, encode } from '@bytewright/schema-dsl';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { catalogOfLayout } from '../../../src/open/catalog-of-layout.js';
import type { Layout } from '../../../src/vmdescription/layout.js';
import { layoutOf } from '../../../src/vmdescription/layout.js';
import type { Seed } from '../seed.js';
import { captureFor, layoutSeeds } from '../seeds/layout-seeds.js';
import { steeringIn } from '../steering.js';
import type { Fault, Target } from '../target.js';

/** Larger captures are not decoded as a whole, as the interpreter is slow. */
const LARGE = 16 * 1024;

/** Larger payloads are not made up. */
const LARGE_PAYLOAD = 4096;

/** The maximum number of sections for which schemas are created. */
const MOST_SECTIONS = 64;

/** Descriptions of machines, and the files decoded with them. */
export class LayoutTarget implements Target {
  readonly name = 'layout';
  readonly seeds = layoutSeeds();

  async draw(): Promise<{ how: []; steps: [] }> {
    return { how: [], steps: [] };
  }

  async execute(bytes: Uint8Array, _: readonly string[], seed: Seed): Promise<Fault | undefined> {
    let layout: Layout;
    try {
      layout = layoutOf(bytes);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      const steering = steeringIn(error.message);
      return steering === undefined ? undefined : { kind: 'layout: raw control character', detail: steering };
    }
    const capture = captureFor(seed.name);
    const fault = madeUpPayloads(layout);
    if (fault !== undefined || capture.length > LARGE) return fault;
    const catalog = catalogOfLayout(layout);
    return comesBack('layout: a device state', capture, catalog.decode, catalog.encode);
  }
}

/** Tries a payload of zeros for each described section: its schema accepts it, or reports an error. */
function madeUpPayloads(layout: Layout): Fault | undefined {
  for (const { idstr, instanceId, occurrence, size } of layout.sections.slice(0, MOST_SECTIONS)) {
    const schema = layout.schemaOf(idstr, instanceId, occurrence);
    if (schema === undefined || !(size <= LARGE_PAYLOAD)) continue;
    const fault = comesBack(
      'layout: a payload',
      new Uint8Array(size),
      (payload) => decode(schema, payload),
      (value) => encode(schema, value),
    );
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function comesBack<T>(
  what: string,
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => T,
  write: (value: T) => Uint8Array,
): Fault | undefined {
  let value: T;
  try {
    value = read(bytes);
  } catch (error) {
    if (isDecodeError(error)) return undefined;
    throw error;
  }
  if (Buffer.compare(write(value), bytes) === 0) return undefined;
  return {
    kind: `${what} is encoded to other bytes`,
    detail: Buffer.from(bytes).toString('hex').slice(0, 400),
  };
}
