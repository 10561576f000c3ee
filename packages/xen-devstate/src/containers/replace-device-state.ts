import { describe, encodeFailure, equalBytes, joinBytes } from '@bytewright/runtime/codec';
import {
  encodeMeasuredTail,
  encodeRemusTail,
  encodeUnmeasuredTail,
  encodeXenopsdTail,
} from '../generated/containers/legacy-tail.js';
import { encodeLibxlRecordHeader } from '../generated/containers/libxl-record.js';
import {
  decodeXenopsdRecordHeader,
  encodeXenopsdRecordHeader,
} from '../generated/containers/xenopsd-record.js';
import type { ByteRange } from './byte-range.js';
import type { ByteSource } from './byte-source.js';
import type {
  FoundDeviceState,
  LegacyDeviceState,
  MigratedDeviceState,
  RecordedDeviceState,
} from './found-device-state.js';
import { LIBXL_RECORD } from './schemas/libxl-record-types.js';
import { paddingOf } from './walk-libxc-stream.js';

/** The number of bytes to copy at a time. */
const PIECE = 2 ** 20;
const HEADER = Uint8Array.of(0x51, 0x45, 0x56, 0x4d, 0, 0, 0, 3);
/** A type and a length, 32 bits each. */
const RECORD_HEADER = 8;
/** The same, 64 bits each. */
const XENOPSD_RECORD_HEADER = 16;

const ENCODE_TAIL = {
  QemuDeviceModelRecord: encodeUnmeasuredTail,
  DeviceModelRecord0002: encodeMeasuredTail,
  RemusDeviceModelState: encodeRemusTail,
  'QemuDeviceModelRecord\n': encodeXenopsdTail,
} as const satisfies Record<LegacyDeviceState['signature'], (value: { state: Uint8Array }) => Uint8Array>;

/** A replacement for a range of a file. */
interface Edit extends ByteRange {
  readonly bytes: Uint8Array;
}

/**
 * Produces the file with another device state in it, piece by piece: lengths and padding around it are adjusted, and everything
 * else is copied unchanged, at most 1 MiB at a time. If the length is the same, only the device state changes.
 *
 * In a migration stream, the sections of devices are replaced. The VMDESCRIPTION is unchanged; QEMU ignores it.
 *
 * @param found - the result of {@link findDeviceState} for the source
 * @param state - a device state with no bytes after its end, as written by `encodeDeviceState`
 * @throws EncodeError if it does not begin like a device state, or does not fit: a length above the maximum of the container's
 *   field; for a migration stream, sections of a different length with other sections between them
 * @example
 * for (const piece of replaceDeviceState(source, found, state)) writeSync(out, piece);
 */
export function* replaceDeviceState(
  source: ByteSource,
  found: FoundDeviceState,
  state: Uint8Array,
): Generator<Uint8Array, void, undefined> {
  let offset = 0;
  for (const edit of editsFor(source, found, state)) {
    yield* copy(source, offset, edit.offset);
    yield edit.bytes;
    offset = edit.offset + edit.length;
  }
  yield* copy(source, offset, source.size);
}

function* copy(source: ByteSource, from: number, to: number): Generator<Uint8Array, void, undefined> {
  for (let offset = from; offset < to; offset += PIECE)
    yield source.read(offset, Math.min(PIECE, to - offset));
}

function editsFor(source: ByteSource, found: FoundDeviceState, state: Uint8Array): readonly Edit[] {
  if (!equalBytes(state.subarray(0, HEADER.length), HEADER))
    throw encodeFailure('mismatch', undefined, '', describe(HEADER), describe(state));
  if (found.kind === 'migration') return editSections(found, state);
  if (state.length === found.length) return [{ offset: found.offset, length: found.length, bytes: state }];
  switch (found.kind) {
    case 'device-state':
      return [{ offset: found.offset, length: found.length, bytes: state }];
    case 'xl-save':
    case 'libxl':
      return editLibxlRecord(found, state);
    case 'xenopsd':
      return editXenopsdRecord(source, found, state);
    case 'legacy':
      return [editTail(found, state)];
  }
}

/** Replaces the length of the record, the state, and the padding. The emulator id between the first two is kept. */
function editLibxlRecord(found: RecordedDeviceState, state: Uint8Array): readonly Edit[] {
  const before = found.offset - found.record - RECORD_HEADER;
  const length = before + state.length;
  return [
    {
      offset: found.record,
      length: RECORD_HEADER,
      bytes: encodeLibxlRecordHeader({ type: LIBXL_RECORD.emulatorContext, length }),
    },
    {
      offset: found.offset,
      length: found.length + paddingOf(before + found.length),
      bytes: joinBytes(state, new Uint8Array(paddingOf(length))),
    },
  ];
}

function editXenopsdRecord(
  source: ByteSource,
  found: RecordedDeviceState,
  state: Uint8Array,
): readonly Edit[] {
  const { type } = decodeXenopsdRecordHeader(source.read(found.record, XENOPSD_RECORD_HEADER));
  const header = encodeXenopsdRecordHeader({ type, length: state.length });
  return [
    { offset: found.record, length: XENOPSD_RECORD_HEADER, bytes: header },
    { offset: found.offset, length: found.length, bytes: state },
  ];
}

/** Replaces the whole tail, which extends to the end of the file. */
function editTail({ signature, record, offset, length }: LegacyDeviceState, state: Uint8Array): Edit {
  return { offset: record, length: offset + length - record, bytes: ENCODE_TAIL[signature]({ state }) };
}

/**
 * Replaces the sections of the stream: each one in place if all have their old lengths, or all together if there are no other
 * sections between them.
 */
function editSections({ migration: { sections } }: MigratedDeviceState, state: Uint8Array): readonly Edit[] {
  const content = state.subarray(HEADER.length, -1);
  if (state.length <= HEADER.length || state.at(-1) !== 0x00)
    throw encodeFailure('mismatch', undefined, '', 'a zero byte after the sections', 'another byte');
  const [first] = sections;
  const last = sections.at(-1);
  if (first === undefined || last === undefined)
    throw encodeFailure('mismatch', undefined, '', 'a stream with device sections', 'a stream without any');
  const total = sections.reduce((sum, { length }) => sum + length, 0);
  if (content.length === total) {
    let from = 0;
    return sections.map(({ offset, length }) => {
      from += length;
      return { offset, length, bytes: content.subarray(from - length, from) };
    });
  }
  const length = last.offset + last.length - first.offset;
  if (length !== total)
    throw encodeFailure(
      'wrong-length',
      undefined,
      '',
      `${total} bytes of sections, as there are others between them`,
      `${content.length} bytes`,
    );
  return [{ offset: first.offset, length, bytes: content }];
}
