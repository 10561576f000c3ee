import type { Session } from '../../host.js';

/** A session with a memory for notes, so that a later run can say them again. */
export interface NotingSession extends Session {
  /** The notes, as lines. */
  readonly notes: readonly string[];
  /** When it began, in milliseconds since 1970. */
  readonly start: number;
  /** Says something that is not a fault and that the user may not expect: on the stream of complaints, so that it is not data. */
  note(text: string): void;
}

/** The session, and what is noted in it. */
export function withNotes(session: Session): NotingSession {
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(`note: ${text}\n`);
    session.err.say(`note: ${text}`);
  };
  return { ...session, notes, note, start: Date.now() };
}
