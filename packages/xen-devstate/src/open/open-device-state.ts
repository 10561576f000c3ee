import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { Catalog } from './catalog.js';
import type { CatalogName, DeviceStates } from './catalogs.js';
import { catalogsToTry } from './catalogs-to-try.js';
import { misfitOf } from './misfit.js';
import type { NamedOpenOptions, OpenOptions } from './open-options.js';
import type { OpenedWith } from './opened-with.js';
import type { DeviceStateReport } from './report/report.js';
import { reportValue } from './report/report-value.js';
/** The same with one of this package's catalogs: `catalog` tells what the value is. */
export type OpenedDeviceState = {
  [N in CatalogName]: {
    readonly catalog: N;
    readonly codec: Catalog;
    readonly value: DeviceStates[N];
    readonly report: DeviceStateReport;
  };
}[CatalogName];

/**
 * Opens a device-state file: every field of every device that a catalog knows, and the others' bytes.
 *
 * No file says which QEMU wrote it. Of several catalogs the one is taken that understands most sections; of those that
 * understand as many the one whose devices are registered in the order of the file; then the first one.
 *
 * @throws DecodeError for a file that is damaged; see `readDeviceState` for what can still be told of it
 * @example
 * const { value, report } = openDeviceState(bytes);
 * for (const section of value.sections) if (section.device === 'mc146818rtc') section.state.cmosData; // Uint8Array
 * @example
 * openDeviceState(bytes, { layout: readLayout(fileSource(openSync('same-machine.mig', 'r'))) }); // of any architecture
 */
export function openDeviceState(bytes: Uint8Array, options?: NamedOpenOptions): OpenedDeviceState;
export function openDeviceState(bytes: Uint8Array, options: OpenOptions): OpenedWith;
export function openDeviceState(bytes: Uint8Array, options: OpenOptions = {}): OpenedWith {
  const { catalogs: _, layout: __, ...decodeOptions } = options;
  let best: { readonly opened: OpenedWith; readonly misfit: number } | undefined;
  let failure: DecodeError | undefined;
  for (const codec of catalogsToTry(options)) {
    try {
      const opened = openBy(codec, bytes, decodeOptions);
      const misfit = misfitOf(opened);
      if (best === undefined || misfit < best.misfit) best = { opened, misfit };
      if (misfit === 0) break;
    } catch (error) {
      if (!isDecodeError(error)) throw error;
      if (failure === undefined || error.offset > failure.offset) failure = error;
    }
  }
  if (best !== undefined) return best.opened;
  throw failure ?? new TypeError('openDeviceState() takes at least one catalog');
}

/**
 * A file as one catalog reads it.
 *
 * @throws DecodeError for a file that is damaged
 */
export function openBy(codec: Catalog, bytes: Uint8Array, options: DecodeOptions = {}): OpenedWith {
  const value = codec.decode(bytes, options);
  return { catalog: codec.name, codec, value, report: reportValue(value, codec) };
}
