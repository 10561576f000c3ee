import type { Catalog } from '../../open/catalog.js';
import { candidatesOf } from '../../wire/candidates.js';
import { deviceName } from '../../wire/device-name.js';
import type { LoadedVersions } from '../versions-of.js';
import { versionsOf } from '../versions-of.js';
import type { Machine } from './machine.js';
import { hasFooters, parametersOfMachine } from './machine.js';
import type { Target } from './target.js';

/** What is said of a target besides what its machine type decides. */
export interface Switches {
  /** Whether it waits for footers. */
  readonly footers?: boolean | undefined;
  /** Facts that properties decide. */
  readonly machineParameters?: ReadonlyMap<string, unknown>;
  /** What QEMU is called, where the catalog is only what payloads are read by. */
  readonly title?: string;
  /** Versions of devices, where others than the catalog's are known; `undefined` for a device that there is not. */
  readonly versions?: (name: string) => LoadedVersions | undefined;
}

/**
 * A QEMU that was not started: of its build a catalog knows which devices there are and how they are saved, and of its machine
 * the type knows which parts of them are. Which devices the machine has, nobody knows.
 */
export async function catalogTarget(
  catalog: Catalog,
  machine: Machine,
  { footers, machineParameters = new Map(), title = catalog.title, versions }: Switches = {},
): Promise<Target> {
  const schemas = await catalog.schemas();
  const known = new Map([...parametersOfMachine(machine), ...machineParameters]);
  return {
    title: `${title}, started with -M ${machine.name}`,
    footers: footers ?? hasFooters(machine),
    schemas,
    isComplete: false,
    sections: [],
    find(idstr) {
      const name = deviceName(idstr);
      const isThere = Object.hasOwn(schemas.devices, name) || Object.hasOwn(schemas.incomplete, name);
      if (versions !== undefined) {
        const own = versions(name);
        return own && { machineParameters: known, versions: own, saved: undefined, device: undefined };
      }
      if (!isThere) return undefined;
      const [candidate] = candidatesOf(schemas.devices, name);
      const found = candidate && versionsOf(candidate.schema);
      return { machineParameters: known, versions: found, saved: undefined, device: undefined };
    },
  };
}
