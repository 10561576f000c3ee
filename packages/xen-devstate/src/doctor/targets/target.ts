import type { CatalogSchemas } from '../../open/catalog.js';
import type { OpenedSection } from '../../open/opened-section.js';
import type { MachineParameterValues } from '../../open/pin-machine-parameters.js';
import type { LoadedVersions } from '../versions-of.js';

/** What a QEMU expects of the sections that it is given: the machine that a file shall be loaded into. */
export interface Target {
  /** In words, such as `QEMU 7.2 (Debian, x86_64), started as pc-i440fx-7.2`. */
  readonly title: string;
  /** Whether it waits for footers. QEMU never looks which a file has. */
  readonly footers: boolean;
  /** The schemas that it reads payloads by. */
  readonly schemas: CatalogSchemas;
  /** Whether what `find` does not find is not there: only a machine that was started says that. */
  readonly isComplete: boolean;
  /**
   * What is registered there under a name and an instance. Source: QEMU migration/savevm.c, `find_se`.
   *
   * @returns `undefined` if nothing is
   */
  find(idstr: string, instanceId: number): TargetSection | undefined;
  /** All that it saves itself, in order; empty unless it is complete. */
  readonly sections: readonly OpenedSection[];
}

/** What a target expects of one section. */
export interface TargetSection {
  /** Facts that are known of the machine there; those that are not are taken to be as the file has them. */
  readonly machineParameters: MachineParameterValues;
  /** Versions that it loads; `undefined` where its schema does not say. */
  readonly versions: LoadedVersions | undefined;
  /** What it saved there itself, to compare with. */
  readonly saved: OpenedSection | undefined;
  /** The schema that it is read by there; `undefined` for one of those of its name. */
  readonly device: string | undefined;
}
