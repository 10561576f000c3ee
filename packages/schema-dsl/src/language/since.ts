import { CallError } from '../ir/call-error.js';
import type { Expr } from './expression.js';
import type { Optional } from './optional.js';
import { optional } from './optional.js';

/**
 * A node that is there from a version on, which is a parameter or an expression of earlier fields:
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

/** A node that is there below a version, the first one without it: `optional(node, version.lt(to))`. */
export function before<V extends number | bigint, N>(version: Expr<V>, to: NoInfer<V>, node: N): Optional<N> {
  return optional(node, version.lt(to));
}

/** A node that came with version `from` and was gone with version `to`. */
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
      `no version is at least ${from} and below ${to}, so the field is never there; give the version that brought it, then the first one without it`,
    );
  return optional(node, version.ge(from).and(version.lt(to)));
}
