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

/** Devices that QEMU saves by code of its own, without a description. Source: QEMU net/slirp.c, `register_savevm_live`. */
const WITHOUT_DESCRIPTION: ReadonlySet<string> = new Set(['slirp']);

/**
 * A QEMU binary that was not started, as a target: its own tables say which devices there are, and which versions of them it
 * loads. Payloads are read by a catalog: what the binary has otherwise in a version of the same number is not seen.
 *
 * @param catalog the one that reads the file
 * @param machineName as `-M` takes it; the newest one of the binary where it has no version
 * @throws ImportError where the tables are not found
 * @throws DecodeError where the file is no ELF file, or is damaged
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
    // several descriptions may have one name: an ISA device and one on PCI
    const other = known.get(device);
    known.set(device, {
      current: Math.max(version, other?.current ?? version),
      minimum: Math.min(minimum, other?.minimum ?? minimum),
    });
  }
  const machine: Machine | undefined = machineOf(machineName, newestMachine(program));
  if (machine === undefined) throw new TypeError(`${machineName} is no machine type`);
  const versions = (device: string): LoadedVersions | undefined =>
    known.get(device) ?? (WITHOUT_DESCRIPTION.has(device) ? { current: 4, minimum: undefined } : undefined);
  return catalogTarget(catalog, machine, { ...switches, title: name, versions });
}

/** The newest machine type that a binary names, as one number; types are named in it as they are listed by `-M help`. */
export function newestMachine(program: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(program);
  let newest = 0;
  for (const [, major, minor] of text.matchAll(/pc-(?:i440fx|q35)-(\d{1,2})\.(\d)/g))
    newest = Math.max(newest, Number(major) * 100 + Number(minor));
  return newest;
}
