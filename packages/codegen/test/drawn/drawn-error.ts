import type { Outcome } from '../differential/outcome.js';

/** How an error is written down: `unexpected-end at 1 in b`; no `in` for the whole, no `at` where nothing lies anywhere. */
export function drawnError(outcome: Outcome, withOffset = true): string {
  if ('value' in outcome) return `no error but ${inspect(outcome.value)}`;
  if ('crash' in outcome) return `a crash: ${outcome.crash}`;
  const { code, offset, path } = outcome.error as { code: string; offset?: number; path: string };
  return (
    code + (withOffset && offset !== undefined ? ` at ${offset}` : '') + (path === '' ? '' : ` in ${path}`)
  );
}

function inspect(value: unknown): string {
  return value instanceof Uint8Array
    ? `bytes ${Buffer.from(value).toString('hex')}`
    : JSON.stringify(value, plain);
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
