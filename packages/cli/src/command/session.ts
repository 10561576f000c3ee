import type { ColorMode } from '../output/colors.js';
import { colorsFor } from '../output/colors.js';
import { Output } from '../output/output.js';
import type { Host } from './host.js';

/** The session that a command runs in. @example `await session.out.line('ok')` */
export interface Session<H extends Host = Host> {
  /** The program's name, which precedes error messages. */
  readonly program: string;
  readonly host: H;
  readonly out: Output;
  readonly err: Output;
}

/**
 * Opens a session in a process, or in a stand-in for one.
 *
 * @param color the value of `--color`
 * @example `const { out } = openSession('devstate', process)`
 */
export function openSession<H extends Host>(program: string, host: H, color: ColorMode = 'auto'): Session<H> {
  const open = (stream: H['stdout']): Output =>
    new Output(stream, colorsFor(color, host.env, stream.isTTY === true));
  return { program, host, out: open(host.stdout), err: open(host.stderr) };
}
