import { count } from '@bytewright/cli';

/** Describes the bytes that follow a device state: `512 bytes after the state, all zero`. */
export function behindTheState(bytes: Uint8Array): string {
  const isZero = bytes.every((byte) => byte === 0);
  return `${count(bytes.length, 'byte')} after the state, ${isZero ? 'all zero' : 'not all zero'}`;
}
