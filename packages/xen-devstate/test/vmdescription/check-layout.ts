import type { Explanation } from '@bytewright/schema-dsl';
import { decode, encode, explain } from '@bytewright/schema-dsl';
import { layoutOf } from '../../src/vmdescription/layout.js';
import { decodeDeviceState } from '../../src/wire/codec.js';
import { plainLeaves } from './plain-leaves.js';

/** The result of decoding a device state with a layout. */
export interface LayoutCheck {
  /** The number of sections whose payloads were decoded with the layout. */
  readonly sections: number;
  /** The total number of their fields that are not structs. */
  readonly leaves: number;
  /** Names of the sections that the layout does not cover. */
  readonly other: readonly string[];
  /** The faults found. */
  readonly faults: readonly string[];
}

/**
 * Decodes every payload with the layout, and checks that it is encoded to the same bytes and that the fields are where a simple
 * reader of the JSON, which knows nothing about schemas, expects them.
 */
export function checkLayout(file: Uint8Array, json: Uint8Array): LayoutCheck {
  const layout = layoutOf(json);
  const leavesOf = plainLeaves(json);
  const seen = new Map<string, number>();
  const other: string[] = [];
  const faults: string[] = [];
  let sections = 0;
  let count = 0;
  for (const section of decodeDeviceState(file).sections) {
    const { idstr, instanceId } = section;
    if (section.device !== undefined) throw new Error('expected raw payloads');
    const { payload } = section;
    const occurrence = seen.get(`${idstr} ${instanceId}`) ?? 0;
    seen.set(`${idstr} ${instanceId}`, occurrence + 1);
    const name = `${idstr}#${instanceId}@${occurrence}`;
    const size = layout.sizeOf(idstr, instanceId, occurrence);
    if (size !== payload.length) {
      other.push(`${name} (${size ?? 'not described'}, ${payload.length} bytes)`);
      continue;
    }
    const schema = layout.schemaOf(idstr, instanceId, occurrence);
    if (schema === undefined) {
      faults.push(`${name}: no schema`);
      continue;
    }
    sections++;
    try {
      if (Buffer.compare(encode(schema, decode(schema, payload)), payload) !== 0)
        faults.push(`${name}: other bytes`);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
      continue;
    }
    const expected = leavesOf(idstr, instanceId, occurrence);
    const { root } = explain(schema, payload);
    const found = leavesIn(root, expected);
    count += expected.length;
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      const i = expected.findIndex((leaf, j) => JSON.stringify(leaf) !== JSON.stringify(found[j]));
      faults.push(`${name}: ${JSON.stringify(expected[i])} is ${JSON.stringify(found[i])}`);
    }
  }
  return { sections, leaves: count, other, faults };
}

/** The explained parts at the places where leaves are expected: `[offset, length]`. */
function leavesIn(root: Explanation, expected: readonly (readonly [number, number])[]): [number, number][] {
  const wanted = new Set(expected.map(([offset, length]) => `${offset} ${length}`));
  const found: [number, number][] = [];
  const visit = (part: Explanation): void => {
    const key = `${part.offset} ${part.length}`;
    if (part.length > 0 && wanted.has(key) && (part.parts.length === 0 || part.type.startsWith('list'))) {
      found.push([part.offset, part.length]);
      return;
    }
    for (const inner of part.parts) visit(inner);
  };
  visit(root);
  return found;
}
