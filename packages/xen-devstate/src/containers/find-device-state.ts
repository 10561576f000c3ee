import { readXlSaveHeader } from '../generated/containers/xl-save-header.js';
import type { ByteSource } from './byte-source.js';
import { Cursor } from './cursor.js';
import { findLegacyTail, legacyTailAt } from './find-legacy-tail.js';
import type { FoundDeviceState, MigratedDeviceState } from './found-device-state.js';
import { startsLikeDeviceState } from './starts-like-device-state.js';
import { walkLibxlStream } from './walk-libxl-stream.js';
import { walkMigration } from './walk-migration.js';
import { walkXenopsdImage } from './walk-xenopsd-image.js';

const XL_MAGIC = 'Xen saved domain, xl format\n \0 \r';
const XENOPSD_SIGNATURE = 'XenSavedDomv2-\n';
const LIBXL_IDENT = 'LibxlFmt';
/** The offset of the configuration's length in the header of an `xl save` image, and of the configuration itself. */
const XL_LENGTH = 44;
const XL_DATA = 48;
/** The maximum size of the configuration to read: that of a domain is a few thousand bytes. */
const MOST_OF_A_CONFIGURATION = 2 ** 24;
/** Bit 1 of the mandatory flags: a stream of version 2. */
const STREAM_V2 = 2;

/** Options for finding a device state. */
export interface FindOptions {
  /** For a damaged migration stream, return the sections before the damage, which is then in `migration.problem`. */
  readonly damaged?: 'what is whole';
}

/**
 * Finds the device state in a file: in an image of `xl save` or xenopsd, in a legacy image, or in a full migration stream; or
 * the file is one itself. Only record headers are read, so the size of an image does not matter.
 *
 * @throws DecodeError with the offset in the file, for a container that is damaged or has no device state in it, and for bytes
 * that are not a container at all; errors of the file system if the source is a file
 * @example
 * findDeviceState(fileSource(openSync('guest.save'))) // { kind: 'xl-save', record: 34063168, offset: 34063184, length: 1437 }
 * findDeviceState(bytesSource(readFileSync('pc.mig'))) // { kind: 'migration', migration: { sections: […], vmDescription: … }, … }
 */
export function findDeviceState(source: ByteSource, options: FindOptions = {}): FoundDeviceState {
  const found = find(source);
  const problem = found.kind === 'migration' ? found.migration.problem : undefined;
  if (problem !== undefined && options.damaged !== 'what is whole') throw problem;
  return found;
}

function find(source: ByteSource): FoundDeviceState {
  const start = textAtStart(source);
  const cursor = new Cursor(source);
  if (startsLikeDeviceState(source, { offset: 0, length: source.size })) return findInStream(source);
  if (start.startsWith(XL_MAGIC)) return findInXlImage(cursor);
  if (start.startsWith(LIBXL_IDENT)) return walkLibxlStream(cursor, 'libxl');
  if (start.startsWith(XENOPSD_SIGNATURE)) return walkXenopsdImage(cursor);
  const tail = legacyTailAt(source, 0) ?? findLegacyTail(source);
  if (tail !== undefined) return tail;
  throw cursor.failure(
    'no-arm',
    '',
    'a device state, or an image or stream that contains one',
    source.size === 0 ? 'no bytes' : 'other bytes',
  );
}

/** Types that follow the header only in a migration stream: a live section, the configuration, or a command. */
const STREAM_ONLY = [0x01, 0x07, 0x08];

/** Tells a migration stream from a device state, which has sections of devices only. */
function findInStream(source: ByteSource): FoundDeviceState {
  const type = source.size > 8 ? source.read(8, 1)[0] : undefined;
  if (type === undefined || !STREAM_ONLY.includes(type))
    return { kind: 'device-state', offset: 0, length: source.size };
  const migration = walkMigration(source);
  const offset = migration.sections[0]?.offset ?? migration.endOfFile;
  const found: MigratedDeviceState = {
    kind: 'migration',
    offset,
    length: Math.max(0, Math.min(migration.endOfFile + 1, source.size) - offset),
    migration,
  };
  return found;
}

function findInXlImage(cursor: Cursor): FoundDeviceState {
  const { mandatoryFlags } = cursor.read(readXlSaveHeader, 'header', sizeOfXlHeader(cursor));
  if (mandatoryFlags & STREAM_V2) return walkLibxlStream(cursor, 'xl-save');
  const tail = findLegacyTail(cursor.source);
  if (tail !== undefined) return tail;
  throw cursor.failure('no-boundary', 'stream', 'a legacy stream with a device state at its end', 'none');
}

/** The size of the header with the configuration, to read no more than that. */
function sizeOfXlHeader(cursor: Cursor): number {
  if (cursor.source.size < XL_DATA) return XL_DATA;
  const field = cursor.source.read(XL_LENGTH, 4);
  const length = new DataView(field.buffer, field.byteOffset).getUint32(0, true);
  if (length <= MOST_OF_A_CONFIGURATION) return XL_DATA + length;
  throw cursor.failure(
    'limit-exceeded',
    'header.optionalData',
    `at most ${MOST_OF_A_CONFIGURATION} bytes`,
    `${length} bytes`,
    XL_LENGTH,
  );
}

function textAtStart(source: ByteSource): string {
  return String.fromCharCode(...source.read(0, Math.min(XL_MAGIC.length, source.size)));
}
