import { equalBytes } from '@bytewright/runtime/codec';
import type { ByteRange } from './byte-range.js';
import type { ByteSource } from './byte-source.js';

const MAGIC = Uint8Array.of(0x51, 0x45, 0x56, 0x4d);

/** Whether a range begins with `51 45 56 4d`, "QEVM", as every device state and migration stream does. */
export function startsLikeDeviceState(source: ByteSource, { offset, length }: ByteRange): boolean {
  return length >= MAGIC.length && equalBytes(source.read(offset, MAGIC.length), MAGIC);
}
