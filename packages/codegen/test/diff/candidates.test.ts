import type { Node } from '@bytewright/schema-dsl';
import { bytes, irOf, parameter, struct, u8 } from '@bytewright/schema-dsl';
import { runCompatibilityTrials } from '@bytewright/schema-dsl/diff/trials';
import { expect, test } from 'vitest';

const schema = (options: {
  readonly default?: number;
  readonly candidates?: readonly [number, ...number[]];
}): Node<unknown> => struct('Message', { data: bytes(parameter('size', u8, options)) });

/** What the difference is said to be, and how one revision reads what the other has written. */
function changed(before: Node<unknown>, after: Node<unknown>): unknown {
  const { changes, trials } = runCompatibilityTrials(irOf(before), irOf(after));
  return {
    changes: changes
      .filter(({ path }) => path === 'Message(size)')
      .map(({ kind, before: was, after: is }) => [kind, was, is]),
    backward: trials[0]?.backward.disagreements.map(({ outcome }) => outcome),
    forward: trials[0]?.forward.disagreements.map(({ outcome }) => outcome),
  };
}

test('a candidate more is told, and what is written with it is refused before', () => {
  expect(changed(schema({ candidates: [2, 4] }), schema({ candidates: [2, 4, 8] }))).toEqual({
    changes: [['search-values', '2, 4', '2, 4, 8']],
    backward: [],
    forward: ['refused'],
  });
});

test('so are candidates in place of a default', () => {
  expect(changed(schema({ default: 2 }), schema({ candidates: [4, 2] }))).toEqual({
    changes: [['search-values', '2', '4, 2']],
    backward: [],
    forward: ['refused'],
  });
});
