/**
 * QEMU's arguments for the shape of a device-state file: what the Xen accelerator sets, or all that is usual. The same go
 * to the QEMU that writes a file and to the one that loads it, as it never looks which shape a file has.
 *
 * Source: QEMU accel/xen/xen-all.c, `compat_props`.
 *
 * @param {'usual' | 'xen'} shape `xen`: no footers and no global state
 * @returns {string[]} arguments
 */
export function shapeArguments(shape) {
  const off = shape === 'xen' ? ['send-section-footer', 'store-global-state'] : [];
  // a device-state file never has a configuration, but one that loads it would wait for it
  return ['send-configuration', ...off].flatMap((property) => ['-global', `migration.${property}=off`]);
}
