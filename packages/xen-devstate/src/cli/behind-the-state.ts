import { count } from '@bytewright/cli';

/** What follows a device state, in words: `512 bytes behind the state, all zero`. */
export function behindTheState(bytes: Uint8Array): string {
  const isZero = bytes.every((byte) => byte === 0);
  return `${count(bytes.length, 'byte')} behind the state, ${isZero ? 'all zero' : 'not all zero'}`;
}
