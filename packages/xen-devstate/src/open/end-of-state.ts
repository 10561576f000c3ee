import { isDecodeError } from '@bytewright/runtime';
import { deviceName } from '../wire/device-name.js';
import { headerAt, headerBehind, magicBehind } from '../wire/landmark.js';
import type { Catalog } from './catalog.js';
import { catalogsToTry } from './catalogs-to-try.js';
import { explainPrefix } from './explain-prefix.js';
import { openDeviceState } from './open-device-state.js';
import type { OpenOptions } from './open-options.js';
import type { PayloadEnd } from './payload-ends.js';
import { payloadEnds } from './payload-ends.js';
import type { DeviceStateReading } from './report/read-device-state.js';
import { readDeviceState } from './report/read-device-state.js';

const SECTION_FULL = 0x04;
/** Type, section id, length of the name, instance id, version id. */
const FIXED_HEADER_SIZE = 1 + 4 + 1 + 4 + 4;
/** More zeros than any device ends with: 256 empty memory slots are 2560. Source: QEMU `ACPI_MAX_RAM_SLOTS`. */
const MOST_ZEROS = 4096;
/** The maximum number of final zeros to examine: no device ends with more. */
const ENOUGH_ZEROS = 2 ** 16;
/** The maximum number of elements to read in a list without an end: describing each one takes many times its size. */
const LIMITS = { elements: 2 ** 17 };

/**
 * Finds the end of a device state without footers that is followed by other bytes, such as zeros to the end of a block device.
 *
 * In such a file, the last payload is only known to end before an end byte at the end of the file. If other bytes follow, the
 * last device's schema determines the end: after its fields, a zero byte must follow, and no further section. A device that no
 * catalog knows may extend to the end of the file.
 *
 * With footers, the schema of the file itself determines the end.
 *
 * @returns `undefined` if the file ends with its state, or if the end cannot be determined
 * @example for a state of 5899 bytes followed by 512 zeros: `5899`
 */
export async function endOfState(bytes: Uint8Array, options: OpenOptions = {}): Promise<number | undefined> {
  return findEnd(bytes, options, readDeviceState(bytes, options));
}

/** Reads a file up to the end of its state: see {@link endOfState}. Finding the end reads the file, so an intact file is read once. */
export async function readToEnd(bytes: Uint8Array, options: OpenOptions = {}): Promise<DeviceStateReading> {
  const reading = readDeviceState(bytes, options);
  const end = await findEnd(bytes, options, reading);
  return end === undefined ? reading : readDeviceState(bytes.subarray(0, end), options);
}

async function findEnd(
  bytes: Uint8Array,
  options: OpenOptions,
  reading: DeviceStateReading,
): Promise<number | undefined> {
  if (reading.report.footers !== false) return undefined;
  const isEnd = (end: number): boolean => end < bytes.length && isWhole(bytes.subarray(0, end), options);
  const second = magicBehind(bytes, 1);
  if (second !== undefined && isEnd(second)) return second;
  const zeros = bytes.length - behindLastNonZero(bytes);
  const last = reading.opened?.report.sections.at(-1);
  if (last !== undefined && last.decodedBy !== 'verbatim' && zeros < MOST_ZEROS) return undefined;
  const header = lastHeader(bytes, reading);
  if (header === undefined) return undefined;
  const from = bytes.subarray(header.payloadOffset, bytes.length - Math.max(0, zeros - ENOUGH_ZEROS));
  for (const catalog of inOrder(catalogsToTry(options), reading)) {
    const ends = payloadEnds(header.name, header.versionId, from, await catalog.schemas(), LIMITS);
    const length = lengthOf(ends, from);
    const end = header.payloadOffset + (length ?? from.length) + 1;
    if (isEnd(end)) return end;
  }
  return undefined;
}

/** Puts the catalog first that decoded most of the file. */
function inOrder(catalogs: readonly Catalog[], { opened }: DeviceStateReading): readonly Catalog[] {
  return [...catalogs].sort((a, b) => Number(b === opened?.codec) - Number(a === opened?.codec));
}

/** A payload followed by an end byte, according to one of the schemas of its name. */
interface Followed {
  readonly index: number;
  readonly length: number;
}

/** The length of a payload that is followed by an end byte: only zeros after that are the best evidence. */
function lengthOf(ends: readonly PayloadEnd[], from: Uint8Array): number | undefined {
  const zerosFrom = behindLastNonZero(from);
  const followed = ends.flatMap(({ length, schema }, index): Followed[] => {
    if (length === undefined || from[length] !== 0 || headerBehind(from, length + 1) !== undefined) return [];
    const atLeast = length < zerosFrom ? behindLastNonZero(from.subarray(0, length)) : zerosFrom;
    return [{ index, length: shortest(schema, from, atLeast, length) }];
  });
  const padded = followed.filter(({ length }) => length >= zerosFrom).sort((a, b) => a.length - b.length);
  const [best] = padded.length > 0 ? padded : followed.sort((a, b) => b.length - a.length);
  return best === undefined || mayBeLarger(ends, best, from) ? undefined : best.length;
}

/**
 * Whether the bytes may also be a larger payload that was truncated, or that is followed by damage: of a more common machine, or
 * of one that differs in a way its PCI devices do not show. That is impossible for a payload that ends with a subsection, which
 * has a name.
 */
function mayBeLarger(
  ends: readonly PayloadEnd[],
  { index, length: own }: Followed,
  from: Uint8Array,
): boolean {
  const end = ends[index];
  if (ends.some(({ length }) => length !== undefined && isHeaderCutOff(from, length))) return true;
  if (end === undefined || endsInSubsection(end.schema, from)) return false;
  const size = end.machineParameters.get('pciConfigSize');
  return ends.some(
    ({ isShort, length = 0, machineParameters }, i) =>
      (isShort || (length > own && from[length] !== 0)) &&
      (i < index || machineParameters.get('pciConfigSize') === size),
  );
}

/** Whether the bytes end inside the header of another section. */
function isHeaderCutOff(bytes: Uint8Array, offset: number): boolean {
  return (
    bytes[offset] === SECTION_FULL && bytes.length - offset < FIXED_HEADER_SIZE + (bytes[offset + 5] ?? 255)
  );
}

function endsInSubsection(schema: PayloadEnd['schema'], from: Uint8Array): boolean {
  const last = explainPrefix(schema, from, LIMITS).root.parts.at(-1);
  return last?.segment === 'subsections' && last.parts.length > 0;
}

/**
 * The minimum length of a payload that is followed by zeros: a list without a count, such as that of memory slots, takes zeros
 * for more elements.
 */
function shortest(schema: PayloadEnd['schema'], from: Uint8Array, atLeast: number, atMost: number): number {
  const lengthOfFirst = (size: number): number | undefined => {
    const { root, error } = explainPrefix(schema, from.subarray(0, size), LIMITS);
    return error === undefined ? root.length : undefined;
  };
  let [low, high] = [Math.min(atLeast, atMost), atMost];
  // from the short end, which requires the least reading
  for (let step = 1; low + step < high; step *= 2) {
    const length = lengthOfFirst(low + step);
    if (length === undefined) low += step;
    else high = low + step;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const length = lengthOfFirst(middle);
    if (length === undefined) low = middle + 1;
    else high = Math.min(middle, Math.max(low, length));
  }
  return high;
}

/** Whether bytes are a state whose last device can be decoded. */
function isWhole(bytes: Uint8Array, options: OpenOptions): boolean {
  try {
    const { sections } = openDeviceState(bytes, options).report;
    return sections.length > 0 && sections.at(-1)?.decodedBy !== 'verbatim';
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return false;
  }
}

function lastHeader(
  bytes: Uint8Array,
  { opened, report, damagedSection }: DeviceStateReading,
): { readonly name: string; readonly versionId: number; readonly payloadOffset: number } | undefined {
  const offset = opened === undefined ? damagedSection?.offset : report.sections.at(-1)?.offset;
  const header = offset === undefined ? undefined : headerAt(bytes, offset);
  if (offset === undefined || header === undefined) return undefined;
  const payloadOffset = offset + FIXED_HEADER_SIZE + header.idstr.length;
  const versionId = new DataView(bytes.buffer, bytes.byteOffset).getUint32(payloadOffset - 4);
  return { name: deviceName(header.idstr), versionId, payloadOffset };
}

function behindLastNonZero(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end;
}
