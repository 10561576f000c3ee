import type { Catalog } from '../../open/catalog.js';
import { candidatesOf } from '../../wire/candidates.js';
import { deviceName } from '../../wire/device-name.js';
import type { LoadedVersions } from '../versions-of.js';
import { versionsOf } from '../versions-of.js';
import type { Machine } from './machine.js';
import { hasFooters, parametersOfMachine } from './machine.js';
import type { Target } from './target.js';

/** Properties of a target that its machine type does not determine. */
export interface Switches {
  /** Whether it expects footers. */
  readonly footers?: boolean | undefined;
  /** Parameters determined by properties. */
  readonly machineParameters?: ReadonlyMap<string, unknown>;
  /** The name of the QEMU, if the catalog is only used to decode payloads. */
  readonly title?: string;
  /** Versions of devices, if they differ from the catalog's; `undefined` for a device that does not exist. */
  readonly versions?: (name: string) => LoadedVersions | undefined;
}

/**
 * A target that was not started: a catalog describes which devices its build has and how they are saved, and the machine
 * type determines which parts are saved. Which devices the machine has is unknown.
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
