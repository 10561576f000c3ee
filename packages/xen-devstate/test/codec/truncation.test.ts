import { DecodeError } from '@bytewright/runtime';
import { decode } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { decodeDeviceState, encodeDeviceState } from '../../src/generated/device-state.js';
import { DeviceState } from '../../src/schema.js';
import { captures, someCaptures } from '../captures.js';
import { expectSame } from '../expect-same.js';
import { acceptsWithoutFooters, plainSections } from './plain-reader.js';

/** Files up to this size are truncated at every offset, larger ones near each boundary. */
const SMALL = budget({ everyDay: 6000, deep: 12_000 });

/** The distance from each boundary within which a large file is truncated. */
const AROUND = budget({ everyDay: 4, deep: 8 });

function cuts(bytes: Uint8Array, footers: boolean): number[] {
  if (bytes.length <= SMALL) return [...bytes.keys()];
  const marks = [8, bytes.length];
  for (const { offset, payload, end } of plainSections(bytes, footers))
    marks.push(offset, payload, end, end + (footers ? 5 : 0));
  const near = marks.flatMap((mark) => Array.from({ length: 2 * AROUND + 1 }, (_, i) => mark - AROUND + i));
  return [...new Set(near)].filter((cut) => cut >= 0 && cut < bytes.length).sort((a, b) => a - b);
}

/** The result for a prefix: our error with a place in the prefix, or a round trip. */
function outcome(bytes: Uint8Array): DecodeError | 'accepted' {
  try {
    const value = decodeDeviceState(bytes, { bytes: 'view' });
    expect(Buffer.compare(encodeDeviceState(value), bytes)).toBe(0);
    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(DecodeError);
    return error as DecodeError;
  }
}

describe.each(someCaptures.filter(({ footers }) => footers))('$file, truncated', ({ bytes, footers }) => {
  test('is rejected everywhere after its first footer', () => {
    const [first] = plainSections(bytes, footers);
    const behind = (first?.end ?? 0) + 5;
    const refused = cuts(bytes, footers).filter((cut) => cut >= behind);
    for (const cut of refused) {
      const error = outcome(bytes.subarray(0, cut));
      if (error === 'accepted') throw new Error(`accepted when cut at ${cut}`);
      expect(error.path).not.toBe('');
      expect(error.offset).toBeGreaterThanOrEqual(behind);
      expect(error.offset).toBeLessThanOrEqual(cut);
    }
    expect(refused.length).toBeGreaterThan(20);
  });
});

describe.each(someCaptures.filter(({ footers }) => !footers))('$file, truncated', ({ bytes, footers }) => {
  test('is accepted exactly where the rules allow it', () => {
    const accepted: number[] = [];
    const expected: number[] = [];
    for (const cut of cuts(bytes, footers)) {
      const prefix = bytes.subarray(0, cut);
      if (outcome(prefix) === 'accepted') accepted.push(cut);
      if (acceptsWithoutFooters(prefix)) expected.push(cut);
    }
    expect(accepted).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});

describe('the interpreter', () => {
  const [smallest] = [...captures].sort((a, b) => a.bytes.length - b.bytes.length);

  test.each([smallest!, captures.find(({ file }) => file.endsWith('minimal-neverrun.dev.gz'))!])(
    'agrees on every truncation of $file',
    ({ bytes }) => {
      const step = bytes.length > 1000 ? 23 : 1;
      for (let cut = 0; cut < bytes.length; cut += step) {
        const prefix = bytes.subarray(0, cut);
        expectSame(
          comparable(() => decode(DeviceState, prefix)),
          comparable(() => decodeDeviceState(prefix)),
        );
      }
    },
  );
});

function comparable(decoder: () => unknown): unknown {
  try {
    return decoder();
  } catch (error) {
    if (error instanceof DecodeError) return error.toJSON();
    throw error;
  }
}
