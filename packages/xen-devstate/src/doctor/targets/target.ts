import type { CatalogSchemas } from '../../open/catalog.js';
import type { OpenedSection } from '../../open/opened-section.js';
import type { MachineParameterValues } from '../../open/pin-machine-parameters.js';
import type { LoadedVersions } from '../versions-of.js';

/** The machine that a file is to be loaded into: what its QEMU expects of sections. */
export interface Target {
  /** A description, such as `QEMU 7.2 (Debian, x86_64), started as pc-i440fx-7.2`. */
  readonly title: string;
  /** Whether it expects footers. QEMU never checks whether a file has them. */
  readonly footers: boolean;
  /** The schemas to decode payloads with. */
  readonly schemas: CatalogSchemas;
  /** Whether a section that `find` does not find does not exist: known only for a machine that was started. */
  readonly isComplete: boolean;
  /**
   * Finds the section registered under a name and an instance. Source: QEMU migration/savevm.c, `find_se`.
   *
   * @returns `undefined` if there is none
   */
  find(idstr: string, instanceId: number): TargetSection | undefined;
  /** All sections that it saves itself, in order; empty unless it is complete. */
  readonly sections: readonly OpenedSection[];
}

/** The expectations of a target for one section. */
export interface TargetSection {
  /** The known parameters of the target machine; the others are assumed to be the same as in the file. */
  readonly machineParameters: MachineParameterValues;
  /** The versions that it loads; `undefined` if its schema does not specify them. */
  readonly versions: LoadedVersions | undefined;
  /** The section as saved by the target itself, to compare with. */
  readonly saved: OpenedSection | undefined;
  /** The schema that the target uses; `undefined` if it may be any with this name. */
  readonly device: string | undefined;
}
