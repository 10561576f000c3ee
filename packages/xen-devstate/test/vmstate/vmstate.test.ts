import { decode, encode, list, since, u8 } from '@bytewright/schema-dsl';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';
import { version, vmstate } from '../../src/vmstate/index.js';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replace(/[^0-9a-f]/g, ''), 'hex'));
const named = (name: string): string =>
  `05 ${name.length.toString(16).padStart(2, '0')} ${Buffer.from(name).toString('hex')}`;

const MediaRate = vmstate('fdrive/media_rate', { version: 1, minimum: 1 }, { mediaRate: u8 });
const Changed = vmstate(
  'fdrive/media_changed',
  { version: 2, minimum: 1 },
  { mediaChanged: u8, times: since(version, 2, u8) },
);
const Fdrive = vmstate(
  'fdrive',
  { version: 1, minimum: 1 },
  { head: u8, track: u8, sect: u8 },
  {
    'fdrive/media_rate': MediaRate,
    'fdrive/media_changed': Changed,
  },
);
const Fdc = vmstate(
  'fdc',
  { version: 2, minimum: 1 },
  { dor: u8, lock: since(version, 2, u8), drives: list(Fdrive, 2) },
);

describe('fields in order, then subsections', () => {
  test('can be in the middle of the containing struct, with their own versions', () => {
    const bytes = hex(
      `0c 01 000201 ${named('fdrive/media_rate')} 00000001 07 000000 ${named('fdrive/media_changed')} 00000001 01`,
    );
    const state = decode(Fdc, bytes);
    expect(state).toEqual({
      dor: 12,
      lock: 1,
      drives: [
        {
          head: 0,
          track: 2,
          sect: 1,
          subsections: [{ name: 'fdrive/media_rate', version: 1, state: { mediaRate: 7 } }],
        },
        {
          head: 0,
          track: 0,
          sect: 0,
          subsections: [
            { name: 'fdrive/media_changed', version: 1, state: { mediaChanged: 1, times: undefined } },
          ],
        },
      ],
    });
    expect(encode(Fdc, state)).toEqual(bytes);
  });
});

describe('laws', () => {
  laws(Fdc);
});
