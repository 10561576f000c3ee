import { decodeDeviceState, encodeDeviceState } from '@bytewright/xen-devstate/qemu-7.2';
import { decodeElf, encodeElf } from '../../../examples/elf/generated/elf.js';
import { decodePcap, encodePcap } from '../../../examples/pcap/generated/pcap.js';
import { decodePng, encodePng } from '../../../examples/png/generated/png.js';
import { decodeZip, encodeZip } from '../../../examples/zip/generated/zip.js';
import type { Contender } from '../contender.js';
import { BY_HAND, contender, GENERATED } from '../contender.js';
import * as devices from '../device-state/by-hand/device-state.js';
import { measuredFiles } from '../device-state/files.js';
import * as elfDecoder from '../elf/decode-by-hand.js';
import * as elfEncoder from '../elf/encode-by-hand.js';
import { objectFileOf } from '../elf/file.js';
import * as pcap from '../pcap/by-hand.js';
import { captureOf } from '../pcap/capture.js';
import * as pngDecoder from '../png/decode-by-hand.js';
import * as pngEncoder from '../png/encode-by-hand.js';
import { imageOf } from '../png/image.js';
import * as recordDecoder from '../records/by-hand/decode.js';
import * as recordEncoder from '../records/by-hand/encode.js';
import { decodeTable, encodeTable } from '../records/generated/records.js';
import { tableOf } from '../records/values.js';
import { archiveOf } from '../zip/archive.js';
import * as zipDecoder from '../zip/decode-by-hand.js';
import * as zipEncoder from '../zip/encode-by-hand.js';

/** Something of which there may be more. */
export interface GrowingSubject {
  readonly name: string;
  /** An input so many times as large as the smallest. */
  bytesOf(times: number): Uint8Array;
  readonly contenders: readonly Contender[];
}

/** All that grow to 64 times what they begin with. */
export const GROWING: Readonly<Record<string, GrowingSubject>> = {
  'device-state': {
    name: 'device state of so many sections',
    bytesOf: sectionsOf,
    contenders: [
      contender(BY_HAND, { decode: devices.decodeByHand, encode: devices.encodeByHand }),
      contender(GENERATED, {
        decode: (bytes) => decodeDeviceState(bytes),
        encode: (value) => encodeDeviceState(value),
      }),
    ],
  },
  records: {
    name: 'records',
    bytesOf: (times) => recordEncoder.encodeByHand(tableOf(3000 * times)).slice(),
    contenders: [
      contender(BY_HAND, { decode: recordDecoder.decodeByHand, encode: recordEncoder.encodeByHand }),
      contender(GENERATED, { decode: (bytes) => decodeTable(bytes), encode: (value) => encodeTable(value) }),
    ],
  },
  pcap: {
    name: 'pcap',
    bytesOf: (times) => captureOf(15_000 * times),
    contenders: [
      contender(BY_HAND, { decode: (bytes) => pcap.decodeByHand(bytes), encode: pcap.encodeByHand }),
      contender(GENERATED, { decode: (bytes) => decodePcap(bytes), encode: (value) => encodePcap(value) }),
    ],
  },
  png: {
    name: 'PNG',
    bytesOf: (times) => pngEncoder.encodeByHand(imageOf(16 * times)),
    contenders: [
      contender(BY_HAND, { decode: pngDecoder.decodeByHand, encode: pngEncoder.encodeByHand }),
      contender(GENERATED, { decode: (bytes) => decodePng(bytes), encode: (value) => encodePng(value) }),
    ],
  },
  elf: {
    name: 'ELF',
    bytesOf: (times) => elfEncoder.encodeByHand(objectFileOf(250 * times)),
    contenders: [
      contender(BY_HAND, { decode: elfDecoder.decodeByHand, encode: elfEncoder.encodeByHand }),
      contender(GENERATED, { decode: (bytes) => decodeElf(bytes), encode: (value) => encodeElf(value) }),
    ],
  },
  zip: {
    name: 'ZIP',
    bytesOf: (times) => zipEncoder.encodeByHand(archiveOf(500 * times)),
    contenders: [
      contender(BY_HAND, { decode: zipDecoder.decodeByHand, encode: zipEncoder.encodeByHand }),
      contender(GENERATED, { decode: (bytes) => decodeZip(bytes), encode: (value) => encodeZip(value) }),
    ],
  },
};

/** The sections of a file over and over. */
function sectionsOf(times: number): Uint8Array {
  const [file] = measuredFiles();
  if (file === undefined) throw new Error('No file to measure');
  const start = 8;
  const sections = file.bytes.subarray(start, -1);
  const bytes = new Uint8Array(start + times * sections.length + 1);
  bytes.set(file.bytes.subarray(0, start));
  for (let i = 0; i < times; i++) bytes.set(sections, start + i * sections.length);
  return bytes;
}
