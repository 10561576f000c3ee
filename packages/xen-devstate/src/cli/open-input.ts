import type { Arguments, Option } from '@bytewright/cli';
import { CommandError, EXIT, UsageError } from '@bytewright/cli';
import { isDecodeError } from '@bytewright/runtime';
import type { Container } from '../containers/input/unwrap.js';
import type { Place } from '../containers/place.js';
import type { OpenOptions } from '../open/open-options.js';
import type { OpenedFile } from '../open/opened-file.js';
import { openFile } from '../open/opened-file.js';
import { placeError } from '../open/report/place-report.js';
import { CATALOG_OPTION, catalogsOf } from './catalog-option.js';
import { describeProblem } from './describe-problem.js';
import { LAYOUT_OPTION, layoutOf } from './layout-option.js';
import { limitOf } from './limit-option.js';
import { loadDeviceState } from './load.js';
import { catalogsOfVersion, QEMU_OPTION } from './qemu-option.js';
import type { Session } from './session.js';

/** Additional options of commands that open files. */
export const OPEN_OPTIONS: readonly Option[] = [CATALOG_OPTION, QEMU_OPTION, LAYOUT_OPTION];

/** An opened file, and where its state was found. */
export interface OpenedInput extends OpenedFile {
  readonly gzip: boolean;
  readonly members: number;
  /** Where the state is in the file: offsets are reported relative to the file. */
  readonly place: Place;
  /** The saved image or migration stream that contained it, if any. */
  readonly container: Container | undefined;
}

/**
 * Reads a file, opens it, and loads its schemas.
 *
 * @throws CommandError if it cannot be read, or is damaged
 */
export async function openInput(file: string, args: Arguments, { host }: Session): Promise<OpenedInput> {
  const options = await openOptionsOf(args);
  const { bytes, gzip, members, container, place, error } = await loadDeviceState(file, limitOf(args), host);
  if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.no);
  try {
    return { ...(await openFile(bytes, options)), gzip, members, container, place };
  } catch (problem) {
    if (isDecodeError(problem))
      throw new CommandError(describeProblem(file, placeError(problem, place)), EXIT.no);
    throw problem;
  }
}

/** The options to open files with. @throws CommandError for an unknown catalog, and for a layout that cannot be read */
export async function openOptionsOf(args: Arguments): Promise<OpenOptions> {
  const given = ['catalog', 'qemu', 'layout'].filter((name) => args.get(name) !== undefined);
  if (given.length > 1) throw new UsageError(`--${given.join(' and --')} cannot be combined`);
  const catalogs = (await catalogsOf(args)) ?? catalogsOfVersion(args);
  const limits = { inputSize: limitOf(args) };
  if (args.get('layout') === undefined) return { limits, catalogs };
  return { limits, layout: await layoutOf(args) };
}
