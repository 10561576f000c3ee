import type { Host } from './host.js';
import { Output } from './output.js';

/** What a command works with. */
export interface Session {
  readonly host: Host;
  readonly out: Output;
  readonly err: Output;
}

/** One of the commands of `devstate`; commands.ts names it. */
export interface Command {
  readonly help: string;
  /** @returns the exit code. @throws CommandError with another one */
  run(args: readonly string[], session: Session): Promise<number>;
}

/** The session of a command that runs in a process, or in what stands for one. */
export function openSession(host: Host): Session {
  return { host, out: new Output(host.stdout, host.env), err: new Output(host.stderr, host.env) };
}
