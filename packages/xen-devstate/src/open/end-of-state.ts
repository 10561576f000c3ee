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
/** More zeros than a device ends with by itself: 256 empty slots for memory are 2560. Source: QEMU `ACPI_MAX_RAM_SLOTS`. */
const MOST_ZEROS = 4096;
/** Of zeros to the end, as many are looked at: no device ends with more. */
const ENOUGH_ZEROS = 2 ** 16;
/** Of a list that nothing ends as many elements are read: each is described, which takes many times its bytes. */
const LIMITS = { elements: 2 ** 17 };

/**
 * Where a device state without footers ends that something follows, such as zeros to the end of a block device.
 *
 * Nothing in such a file tells where its last payload ends but that an end byte follows, and the file ends. Where it does not,
 * the last device's schema tells: it is what its fields take, with a zero byte behind it and no further section. A device that
 * no catalog knows may go on to the end of the file.
 *
 * With footers, the schema of the file itself tells.
 *
 * @returns `undefined` for a file that ends with its state, and for one of which that cannot be told
 * @example a state of 5899 bytes with 512 zeros behind it: `5899`
 */
export async function endOfState(bytes: Uint8Array, options: OpenOptions = {}): Promise<number | undefined> {
  return findEnd(bytes, options, readDeviceState(bytes, options));
}

/** Reads a file as far as its state goes: see {@link endOfState}. To find that end the file is read, so a sound one is read once. */
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

/** The one first that understood most of the file. */
function inOrder(catalogs: readonly Catalog[], { opened }: DeviceStateReading): readonly Catalog[] {
  return [...catalogs].sort((a, b) => Number(b === opened?.codec) - Number(a === opened?.codec));
}

/** A payload that an end byte follows, by one of the schemas of its name. */
interface Followed {
  readonly index: number;
  readonly length: number;
}

/** The length of a payload that an end byte follows: zeros alone behind that are the surest sign. */
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
 * Whether the bytes can as well be those of a larger payload that was cut off, or behind which something is damaged: of a
 * commoner machine, or of one that differs in what its PCI devices do not show. A payload that ends in a subsection, which has a
 * name, cannot.
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

/** Whether the bytes end within the header of another section. */
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
 * The fewest bytes that a payload can have which zeros follow: a list without a count, such as that of slots for memory, takes
 * zeros for more elements.
 */
function shortest(schema: PayloadEnd['schema'], from: Uint8Array, atLeast: number, atMost: number): number {
  const lengthOfFirst = (size: number): number | undefined => {
    const { root, error } = explainPrefix(schema, from.subarray(0, size), LIMITS);
    return error === undefined ? root.length : undefined;
  };
  let [low, high] = [Math.min(atLeast, atMost), atMost];
  // from the short end, where there is least to read
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

/** Whether bytes are a state whose last device is understood. */
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
