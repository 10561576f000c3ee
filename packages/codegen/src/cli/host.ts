import type { Command as AnyCommand, Host as AnyHost, Session as AnySession } from '@bytewright/cli';

/** What a command knows of the process around it: its own, or a stand-in. */
export interface Host extends AnyHost {
  /** The current folder. */
  readonly folder: string;
}

/** What a command of `bytewright` works with. */
export type Session = AnySession<Host>;

/** One of the commands of `bytewright`; commands.ts names it. */
export type Command = AnyCommand<Host>;
