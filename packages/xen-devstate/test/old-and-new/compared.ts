import { isDeepStrictEqual } from 'node:util';
import type { DecodeOptions } from '@bytewright/runtime';
import type { Outcome } from '../../../codegen/test/differential/outcome.js';
import { outcomeOf } from '../../../codegen/test/differential/outcome.js';
import type { Subject } from './subject.js';

/** The result of a comparison. */
export interface Compared {
  /** Whether the old code accepted the bytes or the value. */
  readonly isAccepted: boolean;
  readonly difference?: Difference;
}

/** A difference between the two trees, or a failure that neither may have. */
export interface Difference {
  readonly subject: Subject;
  /** The function's verb. */
  readonly what: 'decode' | 'encode' | 'sizeOf';
  readonly old: Outcome;
  readonly now: Outcome;
}

/**
 * Decodes with both, and encodes the result with both.
 *
 * @returns the first difference, if values, errors and bytes are not the same
 */
export function compareDecode(subject: Subject, bytes: Uint8Array, options?: DecodeOptions): Compared {
  const old = outcomeOf(() => subject.old.decode(bytes, options));
  const now = outcomeOf(() => subject.now.decode(bytes, options));
  const decoded = compared(subject, 'decode', old, now);
  if (decoded.difference !== undefined || !('value' in old) || !('value' in now)) return decoded;
  const oldBytes = outcomeOf(() => subject.old.encode(old.value));
  const bytesNow = outcomeOf(() => subject.now.encode(now.value));
  return compared(subject, 'encode', oldBytes, bytesNow);
}

/** Measures and encodes a value with both. */
export function compareEncoding(subject: Subject, value: unknown): Compared {
  const oldSize = outcomeOf(() => subject.old.sizeOf(value));
  const sizeNow = outcomeOf(() => subject.now.sizeOf(value));
  const sizes = compared(subject, 'sizeOf', oldSize, sizeNow);
  if (sizes.difference !== undefined) return sizes;
  const oldBytes = outcomeOf(() => subject.old.encode(value));
  const bytesNow = outcomeOf(() => subject.now.encode(value));
  return compared(subject, 'encode', oldBytes, bytesNow);
}

function compared(subject: Subject, what: Difference['what'], old: Outcome, now: Outcome): Compared {
  const isAccepted = 'value' in old;
  const isSound = !('crash' in old) && !('crash' in now);
  if (isSound && isDeepStrictEqual(old, now)) return { isAccepted };
  return { isAccepted, difference: { subject, what, old, now } };
}

/** Names the kind of a difference: differences in several structs of one device state are of the same kind. */
export function kindOf({ subject, what, old, now }: Difference): string {
  const where = subject.struct === 'DeviceState' ? 'DeviceState' : subject.name;
  return `${what} ${where}: ${briefly(old)}, now ${briefly(now)}`;
}

function briefly(outcome: Outcome): string {
  if ('value' in outcome) return 'a value';
  if ('crash' in outcome) return /^\w*Error\b/.exec(outcome.crash)?.[0] ?? 'a crash';
  return 'code' in outcome.error ? String(outcome.error.code) : 'an error';
}
