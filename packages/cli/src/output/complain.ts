import { printable } from '../text/printable.js';
import type { Output } from './output.js';

/**
 * Prints an error message on stderr, on one line after the program's name.
 *
 * @example `await complain(session, 'FILE is missing')` writes `devstate: FILE is missing`
 */
export function complain(
  { program, err }: { readonly program: string; readonly err: Output },
  message: string,
): Promise<void> {
  return err.line(`${err.colors.red(`${program}:`)} ${printable(message)}`);
}
