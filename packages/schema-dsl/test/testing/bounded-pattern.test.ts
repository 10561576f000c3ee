import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedPattern } from '../../src/testing/values/bounded-pattern.js';

describe('a bounded pattern', () => {
  test.each([
    ['^v[0-9]+$', 0, 4, '^v[0-9]{1,3}$'],
    ['^v[0-9]+$', 0, 2, '^v[0-9]{1,1}$'],
    ['^v[0-9]*$', 0, 1, '^v[0-9]{0,0}$'],
    // as long as the room requires
    ['^v[0-9]+$', 4, 4, '^v[0-9]{3,3}$'],
    ['^[0-9]+v$', 4, 4, '^[0-9]{1,3}v$'],
    ['^a{2,}$', 5, 5, '^a{5,5}$'],
    ['^a{2,4}$', 4, 4, '^a{2,4}$'],
    ['^a{2}b?c{1,3}$', 0, 4, '^a{2,2}b{0,1}c{1,2}$'],
    ['^a?b$', 0, 1, '^a{0,0}b$'],
    ['x', 0, 2, '^.{0,1}x.{0,1}$'],
    ['^x', 0, 3, '^x.{0,2}$'],
    ['x$', 0, 3, '^.{0,2}x$'],
    ['^\\x41\\u0042\\cA\\.[\\]x]$', 0, 5, '^\\x41\\u0042\\cA\\.[\\]x]$'],
    ['^a\\b$', 0, 1, '^a\\b$'],
    ['^a+?$', 0, 3, '^a{1,3}$'],
  ])('%s of %d to %d characters', (pattern, least, most, bounded) => {
    expect(boundedPattern(pattern, { least, most })).toBe(bounded);
  });

  test.each([
    ['^abc$', 2],
    ['^v[0-9]+$', 1],
    ['^a{3,}$', 2],
    ['abc', 2],
    ['^[a-c]+$', 0],
  ])('are none of %s in room for %d', (pattern, most) => {
    expect(boundedPattern(pattern, { least: 0, most })).toBeUndefined();
  });

  test('generates texts that match the original pattern', () => {
    const atom = fc.constantFrom('a', '[b-d]', '[^a]', '\\d', '\\.', '.');
    const repeat = fc.constantFrom('', '', '?', '{2}', '{0,3}', '{1,2}');
    const pattern = fc
      .tuple(
        fc.array(
          fc.tuple(atom, repeat).map(([a, r]) => a + r),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom('', '*', '+', '{1,}'),
        fc.constantFrom('', '$'),
      )
      .map(([parts, more, end]) => `^${parts.join('')}${more === '' ? '' : `x${more}`}${end}`);
    let drawn = 0;
    fc.assert(
      fc.property(pattern, fc.nat(9), fc.gen(), (source, most, gen) => {
        const bounded = boundedPattern(source, { least: 0, most });
        if (bounded === undefined) return;
        drawn++;
        expect(gen(() => fc.stringMatching(new RegExp(bounded)))).toMatch(new RegExp(source));
      }),
      { numRuns: 50, seed: 1 },
    );
    expect(drawn).toBeGreaterThan(25);
  });
});
