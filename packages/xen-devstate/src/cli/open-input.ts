import { isDecodeError } from '@bytewright/runtime';
import type { Container } from '../input/unwrap.js';
import type { CatalogName } from '../open/catalogs.js';
import { CATALOG_NAMES } from '../open/catalogs.js';
import type { OpenedFile } from '../open/opened-file.js';
import { openFile } from '../open/opened-file.js';
import type { Arguments } from './arguments.js';
import { CommandError, EXIT } from './command-error.js';
import { describeProblem } from './describe-problem.js';
import { loadDeviceState } from './load.js';
import { printable } from './printable.js';
import type { Session } from './session.js';

/** What a command that opens files takes besides. */
export const OPEN_OPTIONS = { catalog: { type: 'string' } } as const;

/** What its help says of that. */
export const OPEN_HELP = `      --catalog NAME  read it by this catalog only: ${CATALOG_NAMES.join(', ')}
                    (default: the one that understands most)`;

/** A file that was read from somewhere. */
export interface OpenedInput extends OpenedFile {
  readonly gzip: boolean;
  /** The image or the stream that it was in, if it was in one. */
  readonly container: Container | undefined;
}

/**
 * Reads a file, opens it, and loads the schemas behind it.
 *
 * @throws CommandError if it cannot be read, or is damaged
 */
export async function openInput(file: string, args: Arguments, { host }: Session): Promise<OpenedInput> {
  const catalogs = catalogsOf(args);
  const { bytes, gzip, container, error } = await loadDeviceState(file, args.limit, host);
  if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.problem);
  try {
    const options = { limits: { inputSize: args.limit }, ...(catalogs && { catalogs }) };
    return { ...(await openFile(bytes, options)), gzip, container };
  } catch (problem) {
    if (isDecodeError(problem)) throw new CommandError(describeProblem(file, problem), EXIT.problem);
    throw problem;
  }
}

/** The catalogs that somebody asks for. @throws CommandError for a name that is none */
export function catalogsOf(args: Arguments): readonly CatalogName[] | undefined {
  const asked = args.get('catalog');
  if (asked === undefined) return undefined;
  const name = CATALOG_NAMES.find((one) => one === asked);
  if (name === undefined)
    throw new CommandError(`no catalog ${printable(asked)}: there is ${CATALOG_NAMES.join(', ')}`);
  return [name];
}
