import { CallError } from '../ir/call-error.js';
import type { Expr } from './expression.js';
import type { Optional } from './optional.js';
import { optional } from './optional.js';

/**
 * A node that is present from a version on, where the version is a parameter or an expression over earlier fields:
 * `optional(node, version.ge(from))`.
 *
 * @example
 * const version = parameter('version', u8);
 * struct('Timer', { ticks: u32be, clock: since(version, 2, u32be) })
 * // version 1: 00 00 00 07; version 2: 00 00 00 07 00 00 00 09
 */
export function since<V extends number | bigint, N>(
  version: Expr<V>,
  from: NoInfer<V>,
  node: N,
): Optional<N> {
  return optional(node, version.ge(from));
}

/** A node that is present below version `to`, the first one without it: `optional(node, version.lt(to))`. */
export function before<V extends number | bigint, N>(version: Expr<V>, to: NoInfer<V>, node: N): Optional<N> {
  return optional(node, version.lt(to));
}

/** A node that was added in version `from` and removed in version `to`. */
export function between<V extends number | bigint, N>(
  version: Expr<V>,
  from: NoInfer<V>,
  to: NoInfer<V>,
  node: N,
): Optional<N> {
  if (from >= to)
    throw new CallError(
      'constant-condition',
      'between()',
      `no version is at least ${from} and below ${to}, so the field is never present; pass the version that added it, then the version that removed it`,
    );
  return optional(node, version.ge(from).and(version.lt(to)));
}
