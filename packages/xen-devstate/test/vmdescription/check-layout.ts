import type { Explanation } from '@bytewright/schema-dsl';
import { decode, encode, explain } from '@bytewright/schema-dsl';
import { layoutOf } from '../../src/vmdescription/layout.js';
import { decodeDeviceState } from '../../src/wire/codec.js';
import { plainLeaves } from './plain-leaves.js';

/** What became of reading a device state by a layout. */
export interface LayoutCheck {
  /** Sections whose payloads were read by the layout. */
  readonly sections: number;
  /** Fields that are no structs, in all of these. */
  readonly leaves: number;
  /** Names of sections that the layout does not lead through. */
  readonly other: readonly string[];
  /** What is wrong. */
  readonly faults: readonly string[];
}

/**
 * Reads every payload by the layout. What must be: the bytes come back, and the fields lie where a plain reading of the JSON,
 * which knows nothing of schemas, says.
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
    if (section.device !== undefined) throw new Error('This wants payloads as they are');
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

/** The explained parts that are at the places where leaves are expected: `[offset, length]`. */
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
