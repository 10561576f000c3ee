import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { DeviceStateReport } from '../report/report.js';
import { reportValue } from '../report/report-value.js';
import type { CatalogName, DeviceStates } from './catalogs.js';
import { CATALOG_NAMES, CATALOGS } from './catalogs.js';

/** How a file is opened. */
export interface OpenOptions extends DecodeOptions {
  /** The catalogs to try, in order; all of this package's, the newest one first, if not given. */
  readonly catalogs?: readonly CatalogName[];
}

/** A file as one catalog reads it: its value, and what is to be said about it. */
export type OpenedDeviceState = {
  [N in CatalogName]: {
    /** The catalog: it encodes the value again, `CATALOGS[opened.catalog].encode(opened.value)`. */
    readonly catalog: N;
    readonly value: DeviceStates[N];
    readonly report: DeviceStateReport;
  };
}[CatalogName];

/**
 * Opens a device-state file: every field of every device that a catalog knows, and the others' bytes.
 *
 * No file says which QEMU wrote it. Of several catalogs the one is taken that understands most sections; the first of
 * them, if there are several.
 *
 * @throws DecodeError for a file that is damaged; see `readDeviceState` for what can still be told of it
 * @example
 * const { value, report } = openDeviceState(bytes);
 * for (const section of value.sections) if (section.device === 'mc146818rtc') section.state.cmosData; // Uint8Array
 */
export function openDeviceState(bytes: Uint8Array, options: OpenOptions = {}): OpenedDeviceState {
  const { catalogs = CATALOG_NAMES, ...decodeOptions } = options;
  let best: OpenedDeviceState | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  let failure: DecodeError | undefined;
  for (const name of catalogs) {
    try {
      const opened = openWith(name, bytes, decodeOptions);
      const verbatim = opened.report.sections.filter(({ how }) => how === 'scan').length;
      if (verbatim < fewest) {
        best = opened;
        fewest = verbatim;
      }
      if (verbatim === 0) break;
    } catch (error) {
      if (!isDecodeError(error)) throw error;
      if (failure === undefined || error.offset > failure.offset) failure = error;
    }
  }
  if (best !== undefined) return best;
  throw failure ?? new TypeError('openDeviceState() takes at least one catalog');
}

function openWith<N extends CatalogName>(
  name: N,
  bytes: Uint8Array,
  options: DecodeOptions,
): OpenedDeviceState {
  const catalog = CATALOGS[name];
  const value = catalog.decode(bytes, options);
  const report = reportValue(value, catalog.sizeOf);
  // a catalog and its value go together, which TypeScript does not see of one that is only known by its name
  return { catalog: name, value, report } as unknown as OpenedDeviceState;
}
