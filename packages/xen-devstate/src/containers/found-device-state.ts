import type { ByteRange } from './byte-range.js';
import type { Migration } from './migration.js';

/** A file that is a device state itself. */
export interface PlainDeviceState extends ByteRange {
  readonly kind: 'device-state';
}

/**
 * A record in a Xen toolstack's image: of `xl save` (`xl-save`; `libxl` if the stream has no `xl` header), or of xenopsd
 * (`xenopsd`).
 */
export interface RecordedDeviceState extends ByteRange {
  readonly kind: 'xl-save' | 'libxl' | 'xenopsd';
  /** The offset of the record whose body is, or ends with, the device state. */
  readonly record: number;
}

/** The tail of a legacy image, after a signature. */
export interface LegacyDeviceState extends ByteRange {
  readonly kind: 'legacy';
  readonly signature:
    | 'QemuDeviceModelRecord'
    | 'DeviceModelRecord0002'
    | 'RemusDeviceModelState'
    | 'QemuDeviceModelRecord\n';
  /** The offset of the signature. */
  readonly record: number;
}

/**
 * A full migration stream. The range extends from the first device section to the byte that ends the sections, inclusive, and
 * may contain other sections. The ranges of the device sections are in `migration.sections`.
 */
export interface MigratedDeviceState extends ByteRange {
  readonly kind: 'migration';
  readonly migration: Migration;
}

/**
 * The location of the device state in a file. `offset` and `length` are those of the device state, `51454d56 00000003 …`,
 * except for a migration stream, which only has its sections.
 */
export type FoundDeviceState =
  | PlainDeviceState
  | RecordedDeviceState
  | LegacyDeviceState
  | MigratedDeviceState;
