import type { DecodeError } from '@bytewright/runtime';
import type { ByteRange } from './byte-range.js';

/** How the end of a device section in a migration stream was found. */
export type DeviceSectionEnd = 'description' | 'scan';

/** A device section in a migration stream. The range includes its header and its footer. */
export interface DeviceSection extends ByteRange {
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  readonly payload: ByteRange;
  /** Whether the end is from the size in the VMDESCRIPTION, or from searching for what may follow a section. */
  readonly end: DeviceSectionEnd;
}

/** The contents of a full migration stream. Offsets are those in the file. */
export interface Migration {
  /** The machine type; `undefined` in streams without a configuration section. */
  readonly machine: string | undefined;
  /** The size of a memory page. */
  readonly pageSize: number;
  /** Whether sections have footers. */
  readonly footers: boolean;
  /** The sections that a device-state file would have, in order. */
  readonly sections: readonly DeviceSection[];
  /** The offset of the byte that ends the sections, or where the walk ended early. */
  readonly endOfFile: number;
  /** The JSON of the VMDESCRIPTION; `undefined` if there is none. */
  readonly vmDescription: ByteRange | undefined;
  /** Why and where the walk ended early: only sections before that were found. */
  readonly problem: DecodeError | undefined;
}
