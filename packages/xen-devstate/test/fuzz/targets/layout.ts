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

/** Captures of more bytes are not read as a whole: the interpreter is slow. */
const LARGE = 16 * 1024;

/** Payloads of more bytes are not made up. */
const LARGE_PAYLOAD = 4096;

/** Sections of which schemas are made. */
const MOST_SECTIONS = 64;

/** Descriptions of machines, and what is read by them. */
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

/** A payload of zeros for each section that is described: its schema takes it, or says why not. */
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
    kind: `${what} comes back as other bytes`,
    detail: Buffer.from(bytes).toString('hex').slice(0, 400),
  };
}
