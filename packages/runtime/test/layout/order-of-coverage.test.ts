import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { orderOfCoverage } from '../../src/layout/order-of-coverage.js';

test('what came in order stays in it, and two fields are merged', () => {
  expect(orderOfCoverage({ starts: [0, 4, 9], holders: [{ field: 'a', first: 0 }] })).toBeUndefined();
  const holders = [
    { field: 'a', first: 0 },
    { field: 'b', first: 2 },
  ];
  expect(orderOfCoverage({ starts: [0, 8, 4, 9], holders })).toEqual(Uint32Array.of(0, 2, 1, 3));
});

test('it is a stable sort, but that the fields without an offset go before what begins with them', () => {
  const places = fc.array(fc.nat(6), { maxLength: 12 });
  const cases = fc.record({ starts: places, inline: fc.nat(20) });
  fc.assert(
    fc.property(cases, ({ starts, inline }) => {
      const holders = inline < starts.length ? [{ field: '', first: inline }] : [];
      const rank = (i: number): number => (holders.length > 0 && i === inline ? -1 : i);
      const sorted = starts
        .map((_, i) => i)
        .sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || rank(a) - rank(b));
      expect([...(orderOfCoverage({ starts, holders }) ?? starts.keys())]).toEqual(sorted);
    }),
    { numRuns: budget({ everyDay: 300, deep: 5000 }) },
  );
});
