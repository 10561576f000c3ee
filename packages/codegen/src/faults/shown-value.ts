import { inspect } from 'node:util';

/** How a message names a value. */
export function shownValue(value: unknown): string {
  const text = inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
