/** The bytes in reverse order: its own inverse. */
export function reversed(bytes: Uint8Array): Uint8Array {
  return bytes.slice().reverse();
}
