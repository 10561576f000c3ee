import type { ByteRange } from './byte-range.js';
import type { Migration } from './migration.js';

/** A file that is a device state itself. */
export interface PlainDeviceState extends ByteRange {
  readonly kind: 'device-state';
}

/**
 * A record of a Xen toolstack's image: of `xl save` (`xl-save`; `libxl` where the stream has no header of `xl`), or of
 * xenopsd (`xenopsd`).
 */
export interface RecordedDeviceState extends ByteRange {
  readonly kind: 'xl-save' | 'libxl' | 'xenopsd';
  /** Where the record begins whose body, or the end of whose body, is the device state. */
  readonly record: number;
}

/** The tail of a legacy image, behind a signature. */
export interface LegacyDeviceState extends ByteRange {
  readonly kind: 'legacy';
  readonly signature:
    | 'QemuDeviceModelRecord'
    | 'DeviceModelRecord0002'
    | 'RemusDeviceModelState'
    | 'QemuDeviceModelRecord\n';
  /** Where the signature begins. */
  readonly record: number;
}

/**
 * A full migration stream. The range is that from the first device section to the byte that ends the sections, that byte
 * included; other sections may be in it. Which ranges are device sections is in `migration.sections`.
 */
export interface MigratedDeviceState extends ByteRange {
  readonly kind: 'migration';
  readonly migration: Migration;
}

/**
 * Where the device state is in a file. `offset` and `length` are those of the device state, `51454d56 00000003 …`, save for a
 * migration stream, which has its sections only.
 */
export type FoundDeviceState =
  | PlainDeviceState
  | RecordedDeviceState
  | LegacyDeviceState
  | MigratedDeviceState;
