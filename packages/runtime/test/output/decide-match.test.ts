import { confirmDecisions, createOutput, decideMatch } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { thrown } from '../thrown.js';

/** A seven, as a look-ahead that notes where it has looked. */
function sevens(): {
  seen: number[][];
  match: (bytes: Uint8Array, view: DataView, start: number, end: number) => number;
} {
  const seen: number[][] = [];
  return {
    seen,
    match: (bytes, _, start, end) => {
      seen.push([start, end]);
      return start < end && bytes[start] === 7 ? start + 1 : -1;
    },
  };
}

test('what is ahead is looked at when everything is written, as far as the region went', () => {
  const output = createOutput(3);
  const { seen, match } = sevens();
  decideMatch(output, '', 0, true, match);
  decideMatch(output, 'list', 1, false, match);
  output.end = 1; // a region of its own
  decideMatch(output, 'inner', 1, false, match);
  expect(seen).toEqual([]);
  output.bytes.set([7, 5, 0]);
  confirmDecisions(output, () => undefined);
  expect(seen).toEqual([
    [0, 3],
    [1, 3],
    [1, 1],
  ]);
});

test('bytes that read otherwise are refused', () => {
  const output = createOutput(2);
  const record = (again: typeof output): void => decideMatch(again, 'list', 1, false, sevens().match);
  record(output);
  output.bytes.set([0, 7]);
  expect(thrown(() => confirmDecisions(output, record))).toMatchObject({
    code: 'ambiguous',
    path: 'list',
    offset: 1,
  });
});
