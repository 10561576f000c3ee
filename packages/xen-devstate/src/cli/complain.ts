import { printable } from './printable.js';
import type { Session } from './session.js';

/** Says on stderr what is wrong, in a line. */
export async function complain({ err }: Session, message: string): Promise<void> {
  await err.line(`${err.colors.red('devstate:')} ${printable(message)}`);
}
