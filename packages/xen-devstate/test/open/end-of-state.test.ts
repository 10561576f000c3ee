import { describe, expect, test } from 'vitest';
import { endOfState } from '../../src/open/end-of-state.js';
import { openFile } from '../../src/open/opened-file.js';
import { captures } from '../captures.js';
import { joined } from '../containers/fixture.js';

const withoutFooters = captures.filter(({ footers }) => !footers);

/** Bytes without a pattern, some of them zero. */
const junk = Uint8Array.from({ length: 300 }, (_, i) => (i * 37 + 11) & 0xff);

const TAILS: readonly (readonly [string, Uint8Array])[] = [
  ...[1, 7, 512, 100_000].map((size) => [`${size} zeros`, new Uint8Array(size)] as const),
  ['a byte that is not 0', Uint8Array.of(7)],
  ['junk', junk],
  ['zeros and junk', joined(new Uint8Array(100), junk)],
  ['junk and zeros', joined(junk, new Uint8Array(512))],
];

test('has states without footers to test', () => {
  expect(withoutFooters.length).toBe(6);
});

describe.each(withoutFooters.map(({ file, bytes, sections }) => [file, bytes, sections] as const))(
  '%s',
  (_, bytes, sections) => {
    test.each(TAILS)('ends before %s', async (__, tail) => {
      const whole = joined(bytes, tail);
      expect(await endOfState(whole)).toBe(bytes.length);
      const { opened, behind } = await openFile(whole);
      expect(opened.report.sections.length).toBe(sections);
      expect(opened.report.sections.filter(({ decodedBy }) => decodedBy === 'verbatim')).toEqual([]);
      expect(Buffer.compare(behind, tail)).toBe(0);
    });

    test('ends before another state', async () => {
      expect(await endOfState(joined(bytes, bytes))).toBe(bytes.length);
    });

    test('is not mistaken for a shorter state with trailing bytes if it was truncated', async () => {
      for (const cut of [1, 2, 5, 50, 195, 700, 2135]) {
        const end = await endOfState(bytes.subarray(0, bytes.length - cut));
        expect([cut, end]).toEqual([cut, undefined]);
      }
    });
  },
);

test('finds nothing after the state in a file that ends with it', async () => {
  for (const { file, bytes } of captures) {
    expect([file, await endOfState(bytes)]).toEqual([file, undefined]);
    expect((await openFile(bytes)).behind.length).toBe(0);
  }
});
