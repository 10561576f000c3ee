import type { AnyDeviceState } from '../wire/device-state-of.js';
import type { Catalog } from './catalog.js';
import type { DeviceStateReport } from './report/report.js';

/** A file as a catalog reads it: its value, and what is to be said about it. */
export interface OpenedWith {
  /** The name of the catalog. */
  readonly catalog: string;
  /** The catalog: `opened.codec.encode(opened.value)` is the file again. */
  readonly codec: Catalog;
  readonly value: AnyDeviceState;
  readonly report: DeviceStateReport;
}
