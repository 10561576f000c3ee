import type { Command as AnyCommand, Session as AnySession } from '@bytewright/cli';
import type { Host } from './host.js';

/** What a command of `devstate` works with. */
export type Session = AnySession<Host>;

/** One of the commands of `devstate`; commands.ts names it. */
export type Command = AnyCommand<Host>;
