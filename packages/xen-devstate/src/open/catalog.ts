import type { DecodeOptions } from '@bytewright/runtime';
import type { CatalogDevices } from '../wire/catalog-devices.js';
import type { AnyDeviceState } from '../wire/device-state-of.js';
import type { DecodedBy } from './report/report.js';

/** The devices of one build of QEMU, or of one machine: a codec for files that hold them, and the schemas behind it. */
export interface Catalog<T extends AnyDeviceState = AnyDeviceState> {
  /** Such as `qemu-7.2-xen`. */
  readonly name: string;
  /** Such as `QEMU 7.2 (Debian, Xen's i386)`. */
  readonly title: string;
  /** Whether its schemas are those of devices, or were made from a description of one machine. */
  readonly decodedBy: Exclude<DecodedBy, 'verbatim'>;
  /**
   * Names of devices in pairs: the first one's section is in front of the second one's in all files of this build that have
   * both. Files do not say which QEMU wrote them; where several builds understand one alike, this tells them apart.
   */
  readonly order: readonly (readonly [string, string])[];
  /** @throws DecodeError for bytes that are no device state */
  decode(bytes: Uint8Array, options?: DecodeOptions): T;
  /** @throws EncodeError for a value that is none */
  encode(value: T): Uint8Array;
  /** Bytes that a value takes in a file. */
  sizeOf(value: T): number;
  /** The schemas, which are loaded when somebody asks: explaining needs them, reading and writing does not. */
  schemas(): Promise<CatalogSchemas>;
}

/** What a catalog knows of devices. */
export interface CatalogSchemas {
  readonly devices: CatalogDevices;
  /** Devices of which something is not known, and what that is. */
  readonly incomplete: Readonly<Record<string, readonly string[]>>;
}
