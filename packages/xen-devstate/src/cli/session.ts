import type { Command as AnyCommand, Session as AnySession } from '@bytewright/cli';
import type { Host } from './host.js';

/** The session that a command of `devstate` runs in. */
export type Session = AnySession<Host>;

/** A command of `devstate`; commands.ts names it. */
export type Command = AnyCommand<Host>;
