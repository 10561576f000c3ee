import { DecodeError } from '@bytewright/runtime';
import { decode } from '@bytewright/schema-dsl';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { decodeDeviceState, encodeDeviceState } from '../../src/generated/device-state.js';
import { DeviceState } from '../../src/schema.js';
import type { Capture } from '../captures.js';
import { capture } from '../captures.js';
import { expectSame } from '../expect-same.js';
import type { PlainSection } from './plain-reader.js';
import { plainSections } from './plain-reader.js';

const small = [
  'qemu-7.2/none.dev.gz',
  'qemu-7.2/microvm.dev.gz',
  'xen-4.17/minimal-neverrun.dev.gz',
  'xen-4.17/stdvga-traced.dev.gz',
].map(capture);

/** Decodes both ways: both must give the same DecodeError, or the same value, which round-trips. */
function examine(bytes: Uint8Array): DecodeError | ReturnType<typeof decodeDeviceState> {
  const [generated, interpreted] = [() => decodeDeviceState(bytes), () => decode(DeviceState, bytes)].map(
    (run) => {
      try {
        return run();
      } catch (error) {
        if (error instanceof DecodeError) return error;
        throw error;
      }
    },
  );
  if (generated instanceof DecodeError) {
    expect(interpreted).toBeInstanceOf(DecodeError);
    expect((interpreted as DecodeError).toJSON()).toEqual(generated.toJSON());
    expect(generated.offset).toBeLessThanOrEqual(bytes.length);
    return generated;
  }
  expectSame(interpreted, generated);
  expect(Buffer.compare(encodeDeviceState(generated!), bytes)).toBe(0);
  return generated!;
}

const sectionsOf = ({ bytes, footers }: Capture): readonly (PlainSection & { readonly behind: number })[] =>
  plainSections(bytes, footers).map((section) => ({ ...section, behind: section.end + (footers ? 5 : 0) }));

describe.each(small)('$file, damaged', (file) => {
  const { bytes, footers } = file;
  const sections = sectionsOf(file);

  test('gives a value or our error for a flipped bit in a header or a footer', () => {
    const places = sections.flatMap(({ offset, payload, end, behind }) => [
      ...Array.from({ length: payload - offset }, (_, i) => offset + i),
      ...Array.from({ length: behind - end }, (_, i) => end + i),
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...places, 0, 3, 7, bytes.length - 1),
        fc.integer({ min: 0, max: 7 }),
        (at, bit) => {
          const damaged = bytes.slice();
          damaged[at]! ^= 1 << bit;
          const result = examine(damaged);
          // the first footer decides whether there are any, so a damaged one makes a file without footers
          const inFooter = sections.slice(1).some(({ end, behind }) => at >= end && at < behind);
          if (inFooter) expect(result).toBeInstanceOf(DecodeError);
        },
      ),
      { numRuns: budget({ everyDay: 150, deep: 5000 }) },
    );
  });

  test('decodes a section that occurs twice in a row', () => {
    for (const { offset, behind } of sections) {
      const doubled = Buffer.concat([bytes.subarray(0, behind), bytes.subarray(offset)]);
      const result = examine(doubled);
      if (result instanceof DecodeError) throw result;
      expect(result.sections.length).toBe(sections.length + 1);
    }
  });

  test('decodes or rejects a file with a section removed or moved', () => {
    fc.assert(
      fc.property(fc.nat(sections.length - 1), fc.nat(sections.length - 1), (from, to) => {
        const { offset, behind } = sections[from]!;
        const taken = bytes.subarray(offset, behind);
        const without = Buffer.concat([bytes.subarray(0, offset), bytes.subarray(behind)]);
        const shorter = examine(without);
        if (!(shorter instanceof DecodeError) && sections.length > 1)
          expect(shorter.sections.length).toBe(sections.length - 1);
        const at = to <= from ? sections[to]!.offset : sections[to]!.behind - taken.length;
        const moved = examine(Buffer.concat([without.subarray(0, at), taken, without.subarray(at)]));
        if (moved instanceof DecodeError) throw moved;
        expect(moved.sections.length).toBe(sections.length);
      }),
      { numRuns: budget({ everyDay: 40, deep: 1000 }) },
    );
  });

  test('gives a value or our error for any splice or inserted bytes', () => {
    const place = fc.nat(bytes.length);
    fc.assert(
      fc.property(place, place, fc.uint8Array({ maxLength: 40 }), (a, b, middle) => {
        examine(Buffer.concat([bytes.subarray(0, a), middle, bytes.subarray(b)]));
      }),
      { numRuns: budget({ everyDay: 120, deep: 5000 }) },
    );
  });

  test('keeps bytes after the end if there are footers, and rejects them otherwise', () => {
    const longer = Buffer.concat([bytes, Buffer.from([1, 2, 3])]);
    const result = examine(longer);
    if (footers) {
      if (result instanceof DecodeError) throw result;
      expect([...result.trailing]).toEqual([1, 2, 3]);
      expect(result.sections.length).toBe(sections.length);
    } else {
      expect(result).toMatchObject({ code: 'no-boundary', path: `sections[${sections.length - 1}].payload` });
    }
  });
});

describe('two files joined end to end', () => {
  test('give a value or our error', () => {
    for (const first of small)
      for (const second of small) examine(Buffer.concat([first.bytes, second.bytes]));
  });
});

describe('a file with footers reports the place of', () => {
  const file = capture('qemu-7.2/microvm.dev.gz');
  const sections = sectionsOf(file);
  const [, second, third] = sections;

  test('a wrong type byte after an intact section', () => {
    const damaged = file.bytes.slice();
    damaged[third!.offset] = 0x05;
    expect(examine(damaged)).toMatchObject({
      code: 'wrong-constant',
      offset: third!.offset,
      path: 'sections[2].type',
      expected: '4',
      found: '5',
    });
  });

  test('a footer with another id', () => {
    const damaged = file.bytes.slice();
    damaged[second!.end + 4]! ^= 0x40;
    expect(examine(damaged)).toMatchObject({
      code: 'no-boundary',
      offset: second!.payload,
      path: 'sections[1].payload',
    });
  });

  test('a missing footer', () => {
    const damaged = Buffer.concat([file.bytes.subarray(0, second!.end), file.bytes.subarray(second!.behind)]);
    expect(examine(damaged)).toMatchObject({
      code: 'no-boundary',
      offset: second!.payload,
      path: 'sections[1].payload',
    });
  });

  test('a wrong magic number or version', () => {
    const magic = file.bytes.slice();
    magic[0] = 0x52;
    expect(examine(magic)).toMatchObject({ code: 'wrong-constant', offset: 0, path: 'magic' });
    const version = file.bytes.slice();
    version[7] = 2;
    expect(examine(version)).toMatchObject({
      code: 'wrong-constant',
      offset: 4,
      path: 'version',
      expected: '3',
      found: '2',
    });
  });
});
