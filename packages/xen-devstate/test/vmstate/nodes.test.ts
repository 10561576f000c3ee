import type { Node } from '@bytewright/schema-dsl';
import { decode, encode, list, struct, u32be } from '@bytewright/schema-dsl';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';
import {
  bytesOfBits,
  countMsixVectors,
  offersGuestOffloads,
  otherQueuePairs,
  scsiTransfer,
  wordsOfBits,
  wordsOfMemory,
} from '../../src/functions/index.js';
import {
  capability,
  Eepro100,
  MPT_SAS,
  MsixState,
  moreHotplugSlots,
  msixVectors,
  OTHER_CONTROLLER,
  PciConfig,
  pciConfigSize,
  queue,
  Slirp,
  scsiController,
  scsiRequests,
  tree,
  uint8,
  uint32,
  uint64,
  vhostBackendState,
  vmstate,
} from '../../src/vmstate/index.js';
import { capture } from '../captures.js';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replace(/[^0-9a-f]/g, ''), 'hex'));

/** The bytes of a capture's section, from the start of its payload. */
function payload(file: string, idstr: string, size: number): Uint8Array {
  const { bytes } = capture(file);
  const name = Buffer.concat([Uint8Array.of(idstr.length), Buffer.from(idstr)]);
  const at = Buffer.from(bytes).indexOf(name);
  expect(at).toBeGreaterThan(0);
  const start = at + name.length + 8; // instance and version
  return bytes.subarray(start, start + size);
}

/** A struct with only this node. */
const only = <T>(node: Node<T>): Node<{ of: T }> =>
  struct('Only', { of: node }) as unknown as Node<{ of: T }>;

describe('PCI configuration', () => {
  // the names of the ids: https://pci-ids.ucw.cz
  test.each([
    ['qemu-7.2/pc-default-b3.dev.gz', '0000:00:00.0/I440FX', 0x8086, 0x1237, 6, 'device'],
    ['qemu-7.2/pc-default-b3.dev.gz', '0000:00:01.3/piix4_pm', 0x8086, 0x7113, 6, 'device'],
    ['xen-4.17/cirrus-usbtablet-e1000.dev.gz', '0000:00:01.0/PIIX3', 0x8086, 0x7000, 6, 'device'],
  ])('is decoded for %s: %s', (file, idstr, vendorId, deviceId, baseClass, headerType) => {
    const config = payload(file, idstr, 4 + 256).subarray(4);
    const state = decode(PciConfig, config);
    expect(state).toMatchObject({ vendorId, deviceId, baseClass, headerType });
    expect(encode(PciConfig, state)).toEqual(config);
  });

  test('is preserved whatever its contents', () => {
    for (const layout of [0x00, 0x01, 0x02, 0x7f, 0x80, 0x81, 0xff]) {
      const config = Uint8Array.from({ length: 256 }, (_, at) => (at === 14 ? layout : (at * 7 + 3) & 0xff));
      expect(encode(PciConfig, decode(PciConfig, config))).toEqual(config);
      const large = new Uint8Array(4096).fill(0xa5);
      large[14] = layout;
      const Large = PciConfig.with(pciConfigSize.of(4096));
      expect(encode(Large, decode(Large, large))).toEqual(large);
    }
  });

  laws(PciConfig);
});

describe('MSI-X', () => {
  test('counts vectors in the configuration', () => {
    const count = (idstr: string): number => {
      const config = payload('qemu-7.2/pc-linux-virtio-mid.dev.gz', idstr, 4 + 256).subarray(4);
      return countMsixVectors(decode(PciConfig, config));
    };
    expect(count('0000:00:00.0/I440FX')).toBe(0);
    expect(count('0000:00:04.0/virtio-blk')).toBe(3); // a queue for each of two processors, and configuration changes
  });

  test('finds no vectors if the capability list is cyclic, or points nowhere', () => {
    const capabilities = new Uint8Array(192);
    expect(countMsixVectors(undefined)).toBe(0);
    expect(countMsixVectors({ capabilities })).toBe(0);
    capabilities.set([0x05, 0x40]); // at 0x40, and the next one is also there
    expect(countMsixVectors({ header: { capabilitiesPointer: 0x40 }, capabilities })).toBe(0);
    expect(countMsixVectors({ header: { capabilitiesPointer: 0xff }, capabilities })).toBe(0);
    capabilities.set([0x11, 0x00, 0xff, 0xff], 8);
    expect(countMsixVectors({ header: { capabilitiesPointer: 0x48 }, capabilities })).toBe(2048);
  });

  test('takes 81 bytes for five vectors', () => {
    const Table = struct('Table', { msix: MsixState.with(msixVectors.of(5)) });
    const bytes = Uint8Array.from({ length: 81 }, (_, at) => at);
    const state = decode(Table, bytes);
    expect(state.msix.table).toHaveLength(5);
    expect(state.msix.table[0]).toEqual({
      address: 0x0706050403020100n,
      data: 0x0b0a0908,
      control: 0x0f0e0d0c,
    });
    expect(state.msix.pending).toEqual(Uint8Array.of(80));
    expect(encode(Table, state)).toEqual(bytes);
  });
});

describe('requests of a SCSI disk', () => {
  // READ (10) of one sector that failed and is retried, on a controller of type mptsas1068, saved by QEMU 7.2
  const READ = hex(
    `01 28000000000000000100000000000000 0cd715a2 00000000
     0000000010120000a215d70c000000000000000000000002280000000000000001000000000000000002 0000 0a940e00
     00000001 0000000000007c00 0000000000000200
     0000000000000000 00000001 00000000
     00`,
  );

  test('can be empty', () => {
    expect(decode(only(scsiRequests), Uint8Array.of(0))).toEqual({ of: [] });
  });

  test('include a read of the first sector', () => {
    const Requests = only(scsiRequests.with(scsiController.of(MPT_SAS)));
    const state = decode(Requests, READ);
    expect(state.of).toMatchObject([
      {
        kind: 1,
        lun: 0,
        virtioScsi: undefined,
        mptSas: { pieces: [{ address: 0x7c00n, length: 512n }] }, // the load address of a boot sector
        transfer: { sector: 0n, sectors: 1, bufferSize: 0, read: undefined, written: undefined },
      },
    ]);
    expect(encode(Requests, state)).toEqual(READ);
    // the controller need not be given
    expect(decode(only(scsiRequests), READ)).toEqual(state);
    expect(encode(only(scsiRequests), state)).toEqual(READ);
    const Other = only(scsiRequests.with(scsiController.of(OTHER_CONTROLLER)));
    expect(() => decode(Other, READ)).toThrow();
  });

  test('are classified as reads or writes by their commands', () => {
    // SBC-3: READ (10), WRITE (10), WRITE (16); SPC-4: INQUIRY
    const operations = [0x28, 0x2a, 0x8a, 0x12];
    expect(operations.map((operation) => scsiTransfer(Uint8Array.of(operation)))).toEqual([1, 2, 2, 0]);
  });
});

describe('queues, trees and other lists', () => {
  const Item = vmstate('item', { version: 1 }, { id: uint32 });

  test('decode and encode a queue', () => {
    const Queue = only(queue('ItemElement', Item));
    const bytes = hex('01 00000007 01 00000008 00');
    expect(decode(Queue, bytes)).toEqual({ of: [{ element: { id: 7 } }, { element: { id: 8 } }] });
    expect(encode(Queue, decode(Queue, bytes))).toEqual(bytes);
    expect(() => decode(Queue, hex('01 00000007'))).toThrow(
      expect.objectContaining({ code: 'unexpected-end' }),
    );
  });

  test('decode and encode a tree, whose count must be correct', () => {
    const Tree = only(tree('Items', uint64, Item));
    const bytes = hex('00000001 01 0000000000000005 00000003 00');
    expect(decode(Tree, bytes)).toEqual({ of: { nodes: [{ key: 5n, value: { id: 3 } }] } });
    expect(encode(Tree, decode(Tree, bytes))).toEqual(bytes);
    expect(() => decode(Tree, hex('00000002 01 0000000000000005 00000003 00'))).toThrow(
      expect.objectContaining({ code: 'unexpected-end' }),
    );
    expect(() => decode(Tree, hex('ffffffff 01'))).toThrow(
      expect.objectContaining({ code: 'unexpected-end' }),
    );
  });

  test('decode slots until something else follows', () => {
    const Slot = struct('Slot', { a: uint8, b: uint8, event: u32be, status: u32be });
    const Slots = struct('Slots', { slots: list(Slot, moreHotplugSlots), end: uint8 });
    for (const end of [0x04, 0x05, 0x7e]) {
      const bytes = Uint8Array.of(...new Uint8Array(10), 1, 1, ...new Uint8Array(8), end);
      expect(decode(Slots, bytes).slots).toHaveLength(2);
      expect(encode(Slots, decode(Slots, bytes))).toEqual(bytes);
    }
  });

  test('decode a capability, and chunks of a back end', () => {
    expect(decode(only(capability), hex('02 6869'))).toEqual({ of: 'hi' });
    const bytes = hex('00000002 cafe 00000001 ff 00000000');
    expect(decode(only(vhostBackendState), bytes).of).toEqual([hex('cafe'), hex('ff')]);
    expect(encode(only(vhostBackendState), decode(only(vhostBackendState), bytes))).toEqual(bytes);
  });
});

describe('decodes a device that no table describes', () => {
  test('the built-in network', () => {
    const bytes = payload('qemu-10.0/pc-nics-user.dev.gz', 'slirp', 131);
    const state = decode(Slirp, bytes);
    expect(state.clients[0]).toEqual({ allocated: 1, mac: hex('525400123456') });
    expect(encode(Slirp, state)).toEqual(bytes);
  });

  test('an i82551 network card', () => {
    const bytes = payload('qemu-10.0/pc-nics-user.dev.gz', '0000:00:08.0/i82551', 4698);
    const state = decode(Eepro100, bytes);
    expect(state.pciDevice.config).toMatchObject({ vendorId: 0x8086, deviceId: 0x1209, baseClass: 2 });
    expect(state.macAddress.subarray(0, 3)).toEqual(hex('525400'));
    expect(encode(Eepro100, state)).toEqual(bytes);
  });
});

test('computes the functions of numbers', () => {
  expect([0, 1, 8, 9].map(bytesOfBits)).toEqual([0, 1, 1, 2]);
  expect([0, 31, 32, 33].map(wordsOfBits)).toEqual([0, 1, 1, 2]);
  expect([undefined, 0, 1, 4].map(otherQueuePairs)).toEqual([0, 0, 0, 3]);
  expect([0, 4, 0xffffffff, 3].map(offersGuestOffloads)).toEqual([0, 1, 1, 0]);
  expect(wordsOfMemory({ regionSize: 2n ** 30n, blockSize: 2n ** 21n })).toBe(8);
  expect(wordsOfMemory({ regionSize: 65n, blockSize: 1n })).toBe(2);
  expect(wordsOfMemory({ regionSize: 1n, blockSize: 0n })).toBe(0);
  expect(wordsOfMemory(undefined)).toBe(0);
});
