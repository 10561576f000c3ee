import { describe, expect, test, vi } from 'vitest';
import type { ByteSource } from '../../src/containers/index.js';
import { bytesSource, findDeviceState } from '../../src/containers/index.js';

// The work on a container grows linearly with its size, counted in bytes, requests, and members of sets.

interface Work {
  readonly bytes: number;
  readonly requests: number;
  readonly members: number;
}

/** The work of finding the device state in an input, or that there is none. */
function workOf(input: Uint8Array): Work {
  const source = bytesSource(input);
  let bytes = 0;
  let requests = 0;
  const counted: ByteSource = {
    size: source.size,
    read(offset, length) {
      requests++;
      bytes += length;
      return source.read(offset, length);
    },
  };
  const add = vi.spyOn(Set.prototype, 'add');
  try {
    findDeviceState(counted);
  } catch {
    // damaged inputs count too
  }
  const members = add.mock.calls.length;
  add.mockRestore();
  return { bytes, requests, members };
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const HEADER = text('QEVM\0\0\0\u0003');
const liveStart = (id: number): Buffer =>
  Buffer.concat([
    Buffer.of(1),
    u32(id),
    text('\u0003ram'),
    u32(0),
    u32(4),
    Buffer.of(0, 0, 0, 0, 0, 0, 0, 0x10),
  ]);
const device = (id: number, payload = ''): Buffer =>
  Buffer.concat([Buffer.of(4), u32(id), text('\u0001x'), u32(0), u32(1), text(payload)]);

const repeated = (n: number, piece: (i: number) => Uint8Array): Buffer =>
  Buffer.concat(Array.from({ length: n }, (_, i) => piece(i)));

const INPUTS: Readonly<Record<string, (n: number) => Uint8Array>> = {
  'live sections, followed by devices': (n) =>
    Buffer.concat([HEADER, repeated(n, liveStart), repeated(n, () => device(1)), Buffer.of(0)]),
  'devices without footers, with payloads': (n) =>
    Buffer.concat([
      HEADER,
      liveStart(1),
      repeated(n, (i) => device(i, 'payload of some bytes')),
      Buffer.of(0),
    ]),
  'a device that never ends': (n) =>
    Buffer.concat([HEADER, liveStart(1), device(2), text('x'.repeat(32 * n))]),
  'the word of a legacy signature, over and over': (n) => text('Model'.repeat(8 * n)),
  'legacy signatures without a state': (n) => text('QemuDeviceModelRecord'.repeat(2 * n)),
  'text that could be a description': (n) => Buffer.concat([HEADER, liveStart(1), text('{ '.repeat(16 * n))]),
};

describe('the work grows linearly with the input for', () => {
  test.each(Object.entries(INPUTS))('%s', (_, make) => {
    const sizes = [512, 1024, 2048, 4096];
    const works = sizes.map((n) => ({ size: make(n).length, work: workOf(make(n)) }));
    for (const [i, { size, work }] of works.entries()) {
      const before = works[i - 1];
      if (before === undefined) continue;
      const growth = size / before.size;
      // some work does not depend on the size, and windows are read in full
      for (const count of ['bytes', 'requests', 'members'] as const)
        expect(work[count], `${count} at ${size} bytes`).toBeLessThanOrEqual(
          growth * 1.1 * before.work[count] + 70_000,
        );
    }
  });
});
