import * as fc from 'fast-check';
import type { Mutation, NumberChange, Spot } from './mutation.js';

/** Mutations of all kinds; spliced bytes come from `others`. */
export function mutations(others: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Mutation> {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 8 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: is('truncate'), at: spot }) },
    { weight: 3, arbitrary: fc.record({ kind: is('flip'), at: spot, bit: fc.nat(7) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: is('replace'),
        at: spot,
        byte: fc.nat(255),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: is('number'),
        part: index,
        width: fc.constantFrom(8, 4, 2, 1), // limited to the part's length, so 8 means "the whole number"
        littleEndian: fc.boolean(),
        change: fc.constantFrom<NumberChange[]>('increment', 'decrement', 'zero', 'all ones', 'top bit'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: is('remove'), at: spot, to: spot }) },
    { weight: 1, arbitrary: fc.record({ kind: is('double'), at: spot, to: spot }) },
    { weight: 1, arbitrary: fc.record({ kind: is('insert'), at: spot, bytes }) },
    { weight: 2, arbitrary: fc.record({ kind: is('append'), bytes }) },
    { weight: 1, arbitrary: fc.record({ kind: is('splice'), at: spot, other: others }) },
  );
}

const is = <K extends Mutation['kind']>(kind: K): fc.Arbitrary<K> => fc.constant(kind);
const index = fc.nat(0xffff);
const spot: fc.Arbitrary<Spot> = fc.record({ atSeam: fc.boolean(), index });
