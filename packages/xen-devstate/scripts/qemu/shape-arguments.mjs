/**
 * QEMU's arguments for the shape of a device-state file: what the Xen accelerator sets, or nothing. The same go to the QEMU
 * that writes a file and to the one that loads it, as it never looks which shape a file has.
 *
 * The accelerator also turns the configuration off, which makes no difference here: a device-state file never has one. QEMU
 * 10.0 without one dies when it writes a migration stream.
 *
 * Source: QEMU accel/xen/xen-all.c, `compat_props`.
 *
 * @param {'usual' | 'xen'} shape `xen`: no footers and no global state
 * @returns {string[]} arguments
 */
export function shapeArguments(shape) {
  const off = shape === 'xen' ? ['send-section-footer', 'store-global-state'] : [];
  return off.flatMap((property) => ['-global', `migration.${property}=off`]);
}
