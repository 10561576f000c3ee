import type { SchemaIR } from '../../ir/schema.js';
import type { MutationTarget } from '../mutation-targets.js';
import { choose } from '../mutation-targets.js';
import type { Mutation, NumberChange } from './mutation.js';
import { mutate } from './mutation.js';
import { outlineOf } from './outline.js';

const MOST = 32;
const CHANGES: readonly NumberChange[] = ['increment', 'decrement', 'zero', 'all ones', 'top bit'];

/**
 * Copies of an input with one small change each: every part as a number off by one or at a limit, a truncation at every seam,
 * one more byte. All of them for a small input, a selection for a large one. Random damage would need luck to hit exactly the
 * one byte that matters.
 */
export function nearMisses(ir: SchemaIR, [bytes, first]: MutationTarget<Uint8Array>): readonly Uint8Array[] {
  const outline = outlineOf(ir, bytes);
  const isNew = new Set<string>();
  const numbers = outline.parts.flatMap(({ offset, length }, part): readonly Mutation[] => {
    const place = `${offset} ${length}`;
    if (isNew.has(place)) return [];
    isNew.add(place);
    // the whole part, and its beginning alone, which may be a prefix
    const widths = [8, 4, 2, 1].filter((width) => width === 1 || width / 2 < length);
    return widths.flatMap((width) =>
      (width === 1 ? [false] : [false, true]).flatMap((littleEndian) =>
        CHANGES.map((change): Mutation => ({ kind: 'number', part, width, littleEndian, change })),
      ),
    );
  });
  const ends = outline.seams.map((_, index): Mutation => ({ kind: 'truncate', at: { atSeam: true, index } }));
  const all: readonly Mutation[] = [...numbers, ...ends, { kind: 'append', bytes: Uint8Array.of(0) }];
  return choose(all, first, MOST).map((mutation) => mutate(mutation, bytes, outline));
}
