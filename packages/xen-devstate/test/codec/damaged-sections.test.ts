import type { Input, Output } from '@bytewright/runtime/codec';
import { confirmDecisions, createOutput, openInput } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget, isDeep } from '../../../../test/budget.js';
import { countBytes, watched } from '../../../codegen/test/differential/linear/count-bytes.js';
import { settleDeferredCharges } from '../../../runtime/src/backtracking/charge-backtracking.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  measureDeviceState,
  readDeviceState,
  writeDeviceState,
} from '../../src/generated/qemu-7.2-xen/device-state.js';
import { CATALOGS } from '../../src/open/catalogs.js';
import { openFile } from '../../src/open/opened-file.js';
import { deviceName } from '../../src/wire/device-name.js';
import type { AnyDeviceState } from '../../src/wire/device-state-of.js';
import type { Capture } from '../captures.js';
import { capture, captures } from '../captures.js';
import { expectSame } from '../expect-same.js';
import type { PlainSection } from './plain-reader.js';
import { plainSections } from './plain-reader.js';

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** A capture decoded with the catalog of its QEMU, with the places of its sections. */
function opened({ file, bytes, footers }: Capture): {
  readonly codec: (typeof CATALOGS)[keyof typeof CATALOGS];
  readonly sections: readonly PlainSection[];
  readonly sound: AnyDeviceState;
} {
  const version = file.startsWith('qemu-10.0') ? 'qemu-10.0' : 'qemu-7.2';
  const codec = CATALOGS[file.includes('xen-') ? (`${version}-xen` as const) : version];
  return { codec, sections: plainSections(bytes, footers), sound: codec.decode(bytes, { bytes: 'view' }) };
}

/**
 * If one section of a file is damaged and its end can be found, the file is still decoded: the section is decoded or kept
 * verbatim, all others are unchanged, and the file round-trips.
 *
 * Without footers, a damaged section may happen to be complete and include sections after it, for example if 25 bytes are
 * missing and the next section has 25 bytes: then the file is decoded and round-trips.
 */
function examine(
  bytes: Uint8Array,
  index: number,
  payload: number,
  { codec, sound }: ReturnType<typeof opened>,
): 'decoded' | 'verbatim' {
  const { sections }: AnyDeviceState = codec.decode(bytes, { bytes: 'view' });
  const damaged = sections[index];
  const isTaken = !sound.footers && sections.length < sound.sections.length;
  if (!isTaken) {
    expect(sections.length).toBe(sound.sections.length);
    for (const [i, section] of sections.entries()) if (i !== index) expectSame(section, sound.sections[i]);
    expect(damaged?.idstr).toBe(sound.sections[index]?.idstr);
    if (damaged?.payload !== undefined) expect(damaged.payload.length).toBe(payload);
  }
  const value = { ...sound, sections } as never; // decoded with this catalog
  expect(Buffer.compare(codec.encode(value), bytes)).toBe(0);
  return damaged?.device === undefined ? 'verbatim' : 'decoded';
}

const withPowerManagement = captures.filter(
  ({ bytes }) => (isDeep || bytes.length < 50_000) && Buffer.from(bytes).includes('/piix4_pm'),
);

describe('flipping any bit in the power management of a PC leaves the file readable', () => {
  const outcomes = { decoded: 0, verbatim: 0 };

  test.each(withPowerManagement)('$file', (file) => {
    const of = opened(file);
    const index = of.sections.findIndex(({ idstr }) => idstr.endsWith('/piix4_pm'));
    const { payload, end } = of.sections[index] as PlainSection; // it has one
    const bits = 8 * (end - payload);
    const stride = budget({ everyDay: Math.ceil(bits / 60) | 1, deep: 1 }); // odd, so that every bit of a byte is covered
    for (let bit = 0; bit < bits; bit += stride) {
      const damaged = file.bytes.slice();
      const at = payload + (bit >> 3);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (bit & 7));
      outcomes[examine(damaged, index, end - payload, of)]++;
    }
  });

  test('both outcomes occur', () => {
    expect(outcomes.decoded).toBeGreaterThan(100);
    expect(outcomes.verbatim).toBeGreaterThan(5);
  });
});

test.each(
  isDeep
    ? captures.filter(({ sections }) => sections > 10)
    : ['qemu-7.2/isapc-b2.dev.gz', 'xen-4.17/minimal-neverrun.dev.gz', 'qemu-10.0/pc-scsi-hbas.dev.gz'].map(
        capture,
      ),
)('$file is readable with bytes missing from any section, or added to it', (file) => {
  const { bytes } = file;
  const of = opened(file);
  const verbatim = new Set<number>();
  fc.assert(
    fc.property(
      fc.nat(of.sections.length - 1),
      fc.nat(),
      fc.integer({ min: 1, max: 64 }),
      fc.boolean(),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      (index, place, count, isMore, anything) => {
        const { payload, end } = of.sections[index] as PlainSection; // there are as many
        const at = payload + (place % (end - payload + 1));
        const behind = isMore ? at : Math.min(at + count, end);
        const more = isMore ? anything.subarray(0, count) : new Uint8Array();
        const damaged = join(bytes.subarray(0, at), more, bytes.subarray(behind));
        const size = end - payload + more.length - (behind - at);
        if (examine(damaged, index, size, of) === 'verbatim') verbatim.add(index);
      },
    ),
    { numRuns: budget({ everyDay: 60, deep: 1000 }) },
  );
  expect(verbatim.size).toBeGreaterThanOrEqual(10);
});

describe('a network packet that looks like the end of its section', () => {
  test.each(['qemu-7.2/pc-default-b3.dev.gz', 'xen-4.17/cirrus-usbtablet-e1000.dev.gz'].map(capture))(
    'is part of the section: $file',
    (file) => {
      const { bytes, footers } = file;
      const of = opened(file);
      const index = of.sound.sections.findIndex(({ device }) => device === 'e1000');
      const { id, end } = of.sections[index] as PlainSection; // it has one
      const { txData } = stateOf(of.sound, index);
      // a header of another section near the start of the 64 KiB of a packet being sent, as after its own section
      const next = of.sections[1] as PlainSection; // there are more
      const forged = join(
        footers ? Uint8Array.of(0x7e, 0, 0, id >> 8, id & 255) : new Uint8Array(),
        bytes.subarray(next.offset, next.payload),
      );
      const at = Buffer.from(bytes).lastIndexOf(txData, end) + 16;
      const damaged = bytes.slice();
      damaged.set(forged, at);
      const value = of.codec.decode(damaged);
      expect(value.sections).toHaveLength(of.sections.length);
      const expected = txData.slice();
      expected.set(forged, 16);
      expect(Buffer.compare(stateOf(value, index).txData, expected)).toBe(0);
      expect(Buffer.compare(of.codec.encode(value as never), damaged)).toBe(0); // decoded with this catalog
    },
  );

  function stateOf({ sections }: AnyDeviceState, index: number): { readonly txData: Uint8Array } {
    const section = sections[index];
    expect(section?.device).toBe('e1000');
    return section?.state as { txData: Uint8Array };
  }
});

describe('a file with many damaged sections', () => {
  const { bytes } = capture('xen-4.17/minimal-neverrun.dev.gz');
  const sections = plainSections(bytes, false);
  const power = sections.find(({ idstr }) => idstr.endsWith('/piix4_pm')) as PlainSection; // it has one
  const section = bytes.slice(power.offset, power.end);
  const damaged = join(section.subarray(0, -20), section.subarray(-19));
  const fileOf = (count: number): Uint8Array =>
    join(
      bytes.subarray(0, sections[0]?.offset),
      section,
      ...new Array(count).fill(damaged),
      Uint8Array.of(0),
    );

  test('keeps those verbatim, and decodes the others', () => {
    for (const count of [1, 2]) {
      const value = decodeDeviceState(join(fileOf(count).subarray(0, -1), bytes.subarray(power.offset)));
      const devices = value.sections.map(({ device }) => device);
      const behind = sections.slice(sections.indexOf(power)).map(({ idstr }) => deviceName(idstr));
      expect(devices).toEqual(['piix4_pm', ...new Array(count).fill(undefined), ...behind]);
    }
  });

  test('charges the same for each of them, at most 16 times as far as the schema reads', () => {
    const paid = [0, 1, 2].map((count) => {
      // the last one reads as far as the others: 4 KiB of configuration space, and a few bytes
      const input = openInput(join(fileOf(count).subarray(0, -1), bytes.subarray(sections[0]?.offset)));
      const whole = input.backtracking;
      readDeviceState(input);
      settleDeferredCharges(input);
      return whole - input.backtracking;
    });
    const [none = 0, one = 0, two = 0] = paid;
    expect(two - one).toBe(one - none);
    expect(one - none).toBeGreaterThan(8 * 4096);
    expect(one - none).toBeLessThan(16 * (4096 + 512));
  });

  test('explains that an intact section after very many damaged ones is verbatim because of these', async () => {
    const file = join(fileOf(40).subarray(0, -1), bytes.subarray(power.offset));
    const { sections: found } = await openFile(file, { catalogs: ['qemu-7.2-xen'] });
    expect(found[1]?.why()).toMatchObject([expect.stringMatching(/^it is not piix4_pm: /)]);
    expect(found[41]?.why()).toEqual([
      'it could be piix4_pm, but the section cannot end where that does, or there is too much damage before it',
    ]);
  });

  test('is decoded and encoded in linear time', () => {
    const examined = [16, 32, 64, 128].map((count) => {
      const file = fileOf(count);
      const input: Input = { ...openInput(file), bytes: watched(file) };
      let value: ReturnType<typeof readDeviceState> | undefined;
      const reading = countBytes(() => {
        value = readDeviceState(input);
      });
      if (value === undefined) return expect.unreachable();
      expect(value.sections.map(({ device }) => device)).toEqual([
        'piix4_pm',
        ...new Array(count).fill(undefined),
      ]);
      expect(Buffer.compare(encodeDeviceState(value), file)).toBe(0);
      const output = createOutput(measureDeviceState(value));
      writeDeviceState(output, value);
      const watching: Output = { ...output, bytes: watched(output.bytes) };
      const confirming = countBytes(() => confirmDecisions(watching, () => undefined));
      return [reading, confirming] as const;
    });
    for (const [i, [reading, confirming]] of examined.entries()) {
      const before = examined[i - 1];
      if (before === undefined) continue;
      expect(reading).toBeLessThan(2.2 * before[0]);
      expect(confirming).toBeLessThan(2.2 * before[1]);
    }
  });
});
