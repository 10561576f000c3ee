import { CallError } from '../ir/call-error.js';
import { toConstant } from '../ir/expression.js';
import type { Demands } from './demands.js';
import { toDemands } from './demands.js';
import { describeArgument } from './describe-argument.js';
import type { Wrapper } from './node.js';
import { makeNode } from './node.js';
import type { Parameter } from './parameter.js';
import { requireNode } from './require-node.js';

/** What tells the right value of a parameter from others with which the bytes parse as well. */
export interface SearchOptions {
  /** What must parse directly after, without being consumed: all values are tried with the first demand, then with the next. */
  readonly followedBy?: Demands;
}

/**
 * A struct that depends on a parameter which nothing on the wire says: the first of `values` with which it parses.
 * On encode it is solved from the value: the first with which that can be encoded, where a decoder must then come to
 * the same one, or the value is `ambiguous`. Nothing of it is in the value.
 *
 * Each trial is bounded by the region. A trial of more than 4096 bytes that fails is paid for out of the budget for
 * attempts in vain, and searches within one another may try 16 combinations at most.
 *
 * @example
 * const wide = parameter('wide', bool);
 * const Config = struct('Config', { data: bytes(wide.choose(4, 2)), mark: literal(u8, 0xff) });
 * struct('Device', { config: search(wide, [true, false], Config) })
 * // 01 02 03 04 ff and 01 02 ff
 */
export function search<T, N>(
  parameter: Parameter<T>,
  values: readonly [NoInfer<T>, ...NoInfer<T>[]],
  node: N,
  options: SearchOptions = {},
): Wrapper<N> {
  if (typeof parameter?.parameter !== 'string')
    throw new CallError(
      'wrong-search',
      'search()',
      `expected the parameter to search for, found ${describeArgument(parameter)}; write search(parameter, values, node)`,
    );
  if (!Array.isArray(values) || values.length === 0)
    throw new CallError(
      'wrong-search',
      `search(${parameter.parameter})`,
      `expected the values to try, one at least, found ${describeArgument(values)}; write search(${parameter.parameter}, [first, second], node)`,
    );
  return makeNode({
    kind: 'search',
    parameter: parameter.parameter,
    values: values.map(toConstant),
    node: requireNode(node, `search(${parameter.parameter})`, 'search(parameter, values, node)'),
    followedBy: toDemands(options.followedBy),
  });
}
