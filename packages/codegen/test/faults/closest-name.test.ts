import { expect, test } from 'vitest';
import { closestName } from '../../src/faults/closest-name.js';

const OPTIONS = ['modules', 'output', 'snapshots', 'share'];

test.each([
  ['modulez', 'modules'], // exchanged
  ['module', 'modules'], // left out
  ['outputs', 'output'], // added
  ['ouptut', 'output'], // swapped with its neighbour
  ['snapshot', 'snapshots'],
  ['Share', 'share'],
  ['folder', undefined],
  ['x', undefined],
  ['', undefined],
])('%s is probably %s', (name, meant) => {
  expect(closestName(name, OPTIONS)).toBe(meant);
});

test('the nearest of several', () => {
  expect(closestName('Plain', ['Plan', 'Plains', 'Plane', 'Plain2', 'plain'])).toBe('plain');
  expect(closestName('Packet', [])).toBeUndefined();
});
