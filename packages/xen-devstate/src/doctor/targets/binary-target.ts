import { Program } from '../../import/elf/program.js';
import { calibrate } from '../../import/tables/calibrate.js';
import { readDescriptions } from '../../import/tables/read-descriptions.js';
import type { Catalog } from '../../open/catalog.js';
import type { LoadedVersions } from '../versions-of.js';
import type { Switches } from './catalog-target.js';
import { catalogTarget } from './catalog-target.js';
import type { Machine } from './machine.js';
import { machineOf } from './machine.js';
import type { Target } from './target.js';

/** Devices that QEMU saves with its own code, without a description. Source: QEMU net/slirp.c, `register_savevm_live`. */
const WITHOUT_DESCRIPTION: ReadonlySet<string> = new Set(['slirp']);

/**
 * A target that is a QEMU binary, which is not run: its tables show which devices exist, and which versions of them it
 * loads. Payloads are decoded with a catalog, so differences within the same version are not noticed.
 *
 * @param catalog the catalog that the file was decoded with
 * @param machineName as for `-M`; without a version, the newest one of the binary
 * @throws ImportError if the tables are not found
 * @throws DecodeError if the file is damaged, or is not an ELF file
 */
export async function binaryTarget(
  program: Uint8Array,
  name: string,
  catalog: Catalog,
  machineName: string,
  switches: Pick<Switches, 'footers' | 'machineParameters'> = {},
): Promise<Target> {
  const loaded = Program.open(program);
  const known = new Map<string, LoadedVersions>();
  for (const { name: device, version, minimum } of readDescriptions(loaded, calibrate(loaded).layout)) {
    // several descriptions may share a name: an ISA device and a PCI device
    const other = known.get(device);
    known.set(device, {
      current: Math.max(version, other?.current ?? version),
      minimum: Math.min(minimum, other?.minimum ?? minimum),
    });
  }
  const machine: Machine | undefined = machineOf(machineName, newestMachine(program));
  if (machine === undefined) throw new TypeError(`${machineName} is not a machine type`);
  const versions = (device: string): LoadedVersions | undefined =>
    known.get(device) ?? (WITHOUT_DESCRIPTION.has(device) ? { current: 4, minimum: undefined } : undefined);
  return catalogTarget(catalog, machine, { ...switches, title: name, versions });
}

/** The version of the newest machine type in a binary, as one number; it contains the names listed by `-M help`. */
export function newestMachine(program: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(program);
  let newest = 0;
  for (const [, major, minor] of text.matchAll(/pc-(?:i440fx|q35)-(\d{1,2})\.(\d)/g))
    newest = Math.max(newest, Number(major) * 100 + Number(minor));
  return newest;
}
