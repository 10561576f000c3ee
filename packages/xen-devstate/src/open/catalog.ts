import type { DecodeOptions } from '@bytewright/runtime';
import type { CatalogDevices } from '../wire/catalog-devices.js';
import type { AnyDeviceState } from '../wire/device-state-of.js';
import type { DecodedBy } from './report/report.js';

/** The devices of one QEMU build, or of one machine: a codec for files with these devices, and its schemas. */
export interface Catalog<T extends AnyDeviceState = AnyDeviceState> {
  /** The name, such as `qemu-7.2-xen`. */
  readonly name: string;
  /** The title, such as `QEMU 7.2 (Debian, Xen's i386)`. */
  readonly title: string;
  /** Whether its schemas are those of devices, or derived from the description of one machine. */
  readonly decodedBy: Exclude<DecodedBy, 'verbatim'>;
  /**
   * Pairs of device names: in all files of this build that have both, the first one's section precedes the second one's; a pair
   * may name a third device, which the file must have as well. Files do not say which QEMU wrote them; if several builds match a
   * file equally well, this distinguishes them.
   */
  readonly order: readonly (readonly [before: string, behind: string, only?: string])[];
  /** @throws DecodeError if the bytes are not a device state */
  decode(bytes: Uint8Array, options?: DecodeOptions): T;
  /** @throws EncodeError if the value is not a device state */
  encode(value: T): Uint8Array;
  /** The size of a value in a file, in bytes. */
  sizeOf(value: T): number;
  /** Loads the schemas: they are required for explaining, but not for reading and writing. */
  schemas(): Promise<CatalogSchemas>;
}

/** The schemas of a catalog. */
export interface CatalogSchemas {
  readonly devices: CatalogDevices;
  /** Devices that are only partly known, and what is missing. */
  readonly incomplete: Readonly<Record<string, readonly string[]>>;
}
