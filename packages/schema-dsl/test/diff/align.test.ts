import { describe, expect, test } from 'vitest';
import { align } from '../../src/diff/align.js';

/** `a1` is called a and is alike to everything that ends in 1. */
const run = (before: string, after: string): readonly string[] =>
  align(before.split(' '), after.split(' '), {
    oldName: (thing) => thing.charAt(0),
    newName: (thing) => thing.charAt(0),
    isAlike: (was, is) => was.slice(1) === is.slice(1),
  }).map((pair) => `${pair.before ?? '-'}:${pair.after ?? '-'}${pair.isMoved ? ' moved' : ''}`);

describe('align', () => {
  test('pairs by name, regardless of order', () => {
    expect(run('a1 b2 c3', 'a1 b2 c3')).toEqual(['a1:a1', 'b2:b2', 'c3:c3']);
    expect(run('a1 b2 c3', 'c3 a1 b2')).toEqual(['c3:c3 moved', 'a1:a1', 'b2:b2']);
    expect(run('a1 b2', 'a7 b2')).toEqual(['a1:a7', 'b2:b2']);
  });

  test('shows added and removed things in their places', () => {
    expect(run('a1 b2 c3', 'a1 c3')).toEqual(['a1:a1', 'b2:-', 'c3:c3']);
    expect(run('a1 c3', 'a1 b2 c3')).toEqual(['a1:a1', '-:b2', 'c3:c3']);
    expect(run('a1 b2', 'b2 c3')).toEqual(['a1:-', 'b2:b2', '-:c3']);
  });

  test('pairs similar things with different names between the same neighbours', () => {
    expect(run('a1 b2 c3', 'a1 d2 c3')).toEqual(['a1:a1', 'b2:d2', 'c3:c3']);
    expect(run('a1 b2 c3', 'a1 d4 c3')).toEqual(['a1:a1', 'b2:-', '-:d4', 'c3:c3']);
    expect(run('b2 c3', 'd2 c3')).toEqual(['b2:d2', 'c3:c3']);
    // not on the other side of a neighbour
    expect(run('a1 b2', 'd2 a1')).toEqual(['-:d2', 'a1:a1', 'b2:-']);
  });

  test('pairs several things with the same name in order', () => {
    expect(run('a1 a2', 'a1 a2 a3')).toEqual(['a1:a1', 'a2:a2', '-:a3']);
  });
});
