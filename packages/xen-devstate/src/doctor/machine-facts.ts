/** The machine type from which on a fact holds: `true` from there on, `false` before. Sources: `FACT_NOTES`. */
const SINCE: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  smbus: [4, 0],
  ich9Smbus: [4, 0],
  acpiIndex: [7, 0],
  bridgeHotplug: [2, 0],
  earlyMemory: [8, 0],
  scanoutFormats: [9, 0],
  timeAdjust: [9, 0],
};

/**
 * What a versioned machine type says of the facts that no file has: `pc-i440fx-2.3`, `pc-q35-7.2`, `xenfv-4.2`.
 *
 * `xenfv-3.1` goes by the rules of 3.1, and no machine of Xen hot-plugs into bridges by ACPI (QEMU hw/i386/pc_piix.c).
 *
 * @returns `undefined` for a name without a version, such as `pc`: what it stands for differs from QEMU to QEMU
 */
export function machineFacts(machine: string): Readonly<Record<string, boolean>> | undefined {
  const name = machine === 'xenfv' ? 'xenfv-3.1' : machine;
  const [, kind = '', major = '', minor = ''] = /^([a-z0-9-]+?)-(\d+)\.(\d+)$/.exec(name) ?? [];
  if (kind === '') return undefined;
  const version = Number(major) * 1000 + Number(minor);
  const facts = Object.entries(SINCE).map(([fact, [from, next]]): [string, boolean] => [
    fact,
    version >= from * 1000 + next && !(fact === 'bridgeHotplug' && kind === 'xenfv'),
  ]);
  return Object.fromEntries(facts);
}
