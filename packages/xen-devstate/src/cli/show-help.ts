import { EXIT } from './command-error.js';
import type { Session } from './session.js';
import { version } from './version.js';

/** Prints the help text, or the version. */
export async function showHelp(
  { help }: { readonly help: string },
  asked: 'help' | 'version',
  { out }: Session,
): Promise<number> {
  await out.line(asked === 'help' ? help : version());
  return EXIT.ok;
}
