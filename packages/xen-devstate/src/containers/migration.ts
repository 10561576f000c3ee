import type { DecodeError } from '@bytewright/runtime';
import type { ByteRange } from './byte-range.js';

/** How the end of a device section in a migration stream was found. */
export type DeviceSectionEnd = 'description' | 'scan';

/** A device section of a migration stream: the range is that of the whole section, with its header and its footer. */
export interface DeviceSection extends ByteRange {
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  readonly payload: ByteRange;
  /** By what VMDESCRIPTION says of its size, or by looking for what may follow a section. */
  readonly end: DeviceSectionEnd;
}

/** What is in a full migration stream. Offsets are those in the file. */
export interface Migration {
  /** The machine type; `undefined` in streams without a configuration section. */
  readonly machine: string | undefined;
  /** Bytes of a page of memory. */
  readonly pageSize: number;
  /** Whether sections have footers. */
  readonly footers: boolean;
  /** The sections that a device-state file has as well, in order. */
  readonly sections: readonly DeviceSection[];
  /** The byte that ends the sections; where the walk ended if it did so early. */
  readonly endOfFile: number;
  /** The JSON of VMDESCRIPTION; `undefined` where there is none. */
  readonly vmDescription: ByteRange | undefined;
  /** Why the walk ended early, and where: what was found is what is whole in front of that. */
  readonly problem: DecodeError | undefined;
}
