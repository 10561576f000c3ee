import type { Node } from '@bytewright/schema-dsl';
import { decode, encode, irOf, isDecodeError, sizeOf } from '@bytewright/schema-dsl';
import { searchedParameters } from '@bytewright/schema-dsl/ir';
import type { Codec } from '@bytewright/schema-dsl/testing';
import * as PciBridgeSchema from '@bytewright/xen-devstate/catalogs/qemu-7.2/pci-bridge';
import * as Piix4PmSchema from '@bytewright/xen-devstate/catalogs/qemu-7.2/piix4-pm';
import * as PvscsiSchema from '@bytewright/xen-devstate/catalogs/qemu-7.2/pvscsi';
import * as ScsiDiskSchema from '@bytewright/xen-devstate/catalogs/qemu-7.2/scsi-disk';
import * as Vmxnet3Schema from '@bytewright/xen-devstate/catalogs/qemu-7.2/vmxnet3';
import * as PciBridgeCodec from '@bytewright/xen-devstate/qemu-7.2/devices/pci-bridge';
import * as Piix4PmCodec from '@bytewright/xen-devstate/qemu-7.2/devices/piix4-pm';
import * as PvscsiCodec from '@bytewright/xen-devstate/qemu-7.2/devices/pvscsi';
import * as ScsiDiskCodec from '@bytewright/xen-devstate/qemu-7.2/devices/scsi-disk';
import * as Vmxnet3Codec from '@bytewright/xen-devstate/qemu-7.2/devices/vmxnet3';
import { describe, expect, test } from 'vitest';
import { isDeep } from '../../../../test/budget.js';
import { openDeviceState } from '../../src/index.js';
import { parameterNamed, possibleValues } from '../../src/machine-parameters/possible-values.js';
import { deviceName } from '../../src/wire/device-name.js';
import { captures } from '../captures.js';
import { expectSame } from '../expect-same.js';

// A device alone decodes a payload like the codec of whole files, for any machine: with the interpreter, and with the device's
// generated module.

interface Device<T> {
  readonly name: string;
  readonly schema: Node<T>;
  readonly codec: Codec<T>;
}

/** A device by its section name, with its type erased. */
function device<T>(name: string, schema: Node<T>, codec: Codec<T>): Device<unknown> {
  return { name, schema, codec } as Device<unknown>; // it only gets its own values
}

/** Devices for which the captures differ in the parameters that are searched for. */
const DEVICES: readonly Device<unknown>[] = [
  device('piix4_pm', Piix4PmSchema.Piix4Pm, {
    decode: Piix4PmCodec.decodePiix4Pm,
    encode: Piix4PmCodec.encodePiix4Pm,
    sizeOf: Piix4PmCodec.sizeOfPiix4Pm,
  }),
  device('pci_bridge', PciBridgeSchema.PciBridge, {
    decode: PciBridgeCodec.decodePciBridge,
    encode: PciBridgeCodec.encodePciBridge,
    sizeOf: PciBridgeCodec.sizeOfPciBridge,
  }),
  device('pvscsi', PvscsiSchema.Pvscsi, {
    decode: PvscsiCodec.decodePvscsi,
    encode: PvscsiCodec.encodePvscsi,
    sizeOf: PvscsiCodec.sizeOfPvscsi,
  }),
  device('scsi-disk', ScsiDiskSchema.ScsiDisk, {
    decode: ScsiDiskCodec.decodeScsiDisk,
    encode: ScsiDiskCodec.encodeScsiDisk,
    sizeOf: ScsiDiskCodec.sizeOfScsiDisk,
  }),
  device('vmxnet3', Vmxnet3Schema.Vmxnet3, {
    decode: Vmxnet3Codec.decodeVmxnet3,
    encode: Vmxnet3Codec.encodeVmxnet3,
    sizeOf: Vmxnet3Codec.sizeOfVmxnet3,
  }),
];

/** A machine of each kind; the others have the same devices in the same format. The codecs are those of QEMU 7.2. */
const CHOSEN = /nics-user|10\.0\/pc-scsi-hbas|pc-bridges|2\.3-default|xen-pc-b3|minimal-neverrun/;
const OTHERS = /^qemu-11/;

const payloads = captures
  .filter(({ file }) => (isDeep && !OTHERS.test(file)) || CHOSEN.test(file))
  .flatMap(({ file, bytes }) => {
    const { value, report } = openDeviceState(bytes);
    return report.sections.flatMap(({ idstr, payloadOffset, payloadLength }, i) => {
      const found = DEVICES.find(({ name }) => name === deviceName(idstr));
      const section = value.sections[i];
      if (found === undefined || section === undefined || !('state' in section)) return [];
      const payload = bytes.subarray(payloadOffset, payloadOffset + payloadLength);
      return [{ ...found, of: `${file} ${idstr}`, payload, state: section.state }];
    });
  });

/** The device of the most common machine, without a search. */
const commonest = (schema: Node<unknown>): Node<unknown> =>
  searchedParameters(irOf(schema)).reduce(
    (node, { name }) => node.with(parameterNamed(name).of(possibleValues(name)[0])),
    schema,
  );

describe.each(payloads)('$of alone', ({ schema, codec, payload, state }) => {
  test('decodes as in the file, and round-trips byte for byte', () => {
    for (const way of [
      {
        decode: () => decode(schema, payload),
        encode: () => encode(schema, state),
        size: () => sizeOf(schema, state),
      },
      {
        decode: () => codec.decode(payload),
        encode: () => codec.encode(state),
        size: () => codec.sizeOf(state),
      },
    ]) {
      expectSame(way.decode(), state);
      expect(Buffer.compare(way.encode(), payload)).toBe(0);
      expect(way.size()).toBe(payload.length);
    }
  });

  test('rejects an extra or missing byte with the same error', () => {
    for (const damaged of [Uint8Array.of(...payload, 0), payload.subarray(0, -1)]) {
      const [ours, theirs] = [() => decode(schema, damaged), () => codec.decode(damaged)].map(errorOf);
      expect(ours).toBeDefined();
      expect(theirs).toEqual(ours);
    }
  });
});

test('most of them are from machines that are not the most common ones', () => {
  const others = payloads.filter(({ schema, payload }) => errorOf(() => decode(commonest(schema), payload)));
  expect(new Set(others.map(({ name }) => name))).toEqual(
    new Set(['piix4_pm', 'pci_bridge', 'pvscsi', 'vmxnet3']),
  );
  expect(others.filter(({ name }) => name === 'piix4_pm').length).toBeGreaterThanOrEqual(6);
});

/** The error of a decoder; `undefined` if it accepts the bytes. */
function errorOf(decodes: () => unknown): object | undefined {
  try {
    decodes();
    return undefined;
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    const { code, offset, path, expected, found } = error;
    return { code, offset, path, expected, found };
  }
}
