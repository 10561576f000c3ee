import type { AnyDeviceState } from '../wire/device-state-of.js';
import type { Catalog } from './catalog.js';
import type { DeviceStateReport } from './report/report.js';

/** A file as decoded with a catalog: its value, and a report. */
export interface OpenedWith {
  /** The name of the catalog. */
  readonly catalog: string;
  /** The catalog: `opened.codec.encode(opened.value)` reproduces the file. */
  readonly codec: Catalog;
  readonly value: AnyDeviceState;
  readonly report: DeviceStateReport;
}
