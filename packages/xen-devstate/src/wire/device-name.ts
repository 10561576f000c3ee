/**
 * Returns the name of a device: the last part of an idstr, after the bus path.
 *
 * @example `deviceName('0000:00:02.0/vga')` is `vga`
 */
export function deviceName(idstr: string): string {
  return idstr.slice(idstr.lastIndexOf('/') + 1);
}
