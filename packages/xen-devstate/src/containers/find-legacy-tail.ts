import type { ByteSource } from './byte-source.js';
import type { LegacyDeviceState } from './found-device-state.js';
import { startsLikeDeviceState } from './starts-like-device-state.js';

/** The number of bytes at the end of a file to search: device states are far smaller. */
const MOST_OF_A_TAIL = 2 ** 28;
const WINDOW = 2 ** 20;
/** The size of the longest signature with its length. */
const HEAD = 26;

const WORD = 'Model';

/** The byte order of the length after a signature; without a length, the state extends to the end of the file. */
const SIGNATURES: readonly (readonly [LegacyDeviceState['signature'], 'little' | 'big' | undefined])[] = [
  ['QemuDeviceModelRecord\n', 'big'],
  ['QemuDeviceModelRecord', undefined],
  ['DeviceModelRecord0002', 'little'],
  ['RemusDeviceModelState', 'little'],
];

/**
 * Finds the device state at the end of a legacy image: the last place that has a signature, a length (if any) that extends
 * exactly to the end of the file, and the first bytes of a device state.
 *
 * The last 256 MiB are searched from the end: the stream before it, including memory, cannot be skipped, as its parts have no
 * lengths. The device state contains the buffers of devices, so a guest can forge a later place; nothing in such a file shows
 * that.
 */
export function findLegacyTail(source: ByteSource): LegacyDeviceState | undefined {
  const floor = Math.max(0, source.size - MOST_OF_A_TAIL);
  for (let end = source.size; end > floor; end -= WINDOW) {
    const start = Math.max(floor, end - WINDOW);
    // signatures that begin in the window may end after it
    const length = Math.min(end + HEAD, source.size) - start;
    const found = lastTailIn(source, start, source.read(start, length), end - start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lastTailIn(
  source: ByteSource,
  start: number,
  window: Uint8Array,
  before: number,
): LegacyDeviceState | undefined {
  // each signature contains this word, at different offsets
  for (let at = lastBefore(window, WORD, window.length); at >= 0; at = lastBefore(window, WORD, at)) {
    for (const [signature, order] of SIGNATURES) {
      const record = at - signature.indexOf(WORD);
      if (record < 0 || record >= before || !startsWith(window, signature, record)) continue;
      const found = tailAt(source, start + record, signature, order);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The tail at an offset, if there is one. */
export function legacyTailAt(source: ByteSource, record: number): LegacyDeviceState | undefined {
  for (const [signature, order] of SIGNATURES) {
    const found = tailAt(source, record, signature, order);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tailAt(
  source: ByteSource,
  record: number,
  signature: LegacyDeviceState['signature'],
  order: 'little' | 'big' | undefined,
): LegacyDeviceState | undefined {
  const head = source.read(record, Math.min(HEAD, source.size - record));
  if (head.length < signature.length || !startsWith(head, signature)) return undefined;
  const offset = record + signature.length + (order === undefined ? 0 : 4);
  if (offset > source.size) return undefined;
  const length = source.size - offset;
  if (order !== undefined) {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    if (view.getUint32(signature.length, order === 'little') !== length) return undefined;
  }
  const found: LegacyDeviceState = { kind: 'legacy', signature, record, offset, length };
  return startsLikeDeviceState(source, found) ? found : undefined;
}

/** The last occurrence of a text before an offset; -1 if there is none. */
function lastBefore(bytes: Uint8Array, text: string, offset: number): number {
  let at = offset;
  do at = at === 0 ? -1 : bytes.lastIndexOf(text.charCodeAt(0), at - 1);
  while (at >= 0 && !startsWith(bytes, text, at));
  return at;
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  return true;
}
