import { CallError } from '../ir/call-error.js';
import type { Constant } from '../ir/expression.js';
import { toConstant } from '../ir/expression.js';
import type { Demands } from './demands.js';
import { toDemands } from './demands.js';
import { describeArgument } from './describe-argument.js';
import type { NodeBase, Wrapper } from './node.js';
import { isNode, makeNode } from './node.js';
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
 * Without `values` these are the parameter's own candidates.
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
  options?: SearchOptions,
): Wrapper<N>;
export function search<T, N extends NodeBase>(
  parameter: Parameter<T>,
  node: N,
  options?: SearchOptions,
): Wrapper<N>;
export function search(
  parameter: Parameter<unknown>,
  ...given: readonly [unknown, unknown?, SearchOptions?]
): Wrapper<unknown> {
  if (typeof parameter?.parameter !== 'string')
    throw new CallError(
      'wrong-search',
      'search()',
      `expected the parameter to search for, found ${describeArgument(parameter)}; write search(parameter, values, node)`,
    );
  const [values, node, options] = isNode(given[0]) ? [undefined, ...given] : given;
  return makeNode({
    kind: 'search',
    parameter: parameter.parameter,
    values: values === undefined ? ownCandidates(parameter) : givenValues(parameter, values),
    node: requireNode(node, `search(${parameter.parameter})`, 'search(parameter, values, node)'),
    followedBy: toDemands((options as SearchOptions | undefined)?.followedBy), // whichever form it is, they come last
  });
}

function givenValues({ parameter }: Parameter<unknown>, values: unknown): readonly Constant[] {
  if (Array.isArray(values) && values.length > 0) return values.map(toConstant);
  throw new CallError(
    'wrong-search',
    `search(${parameter})`,
    `expected the values to try, one at least, found ${describeArgument(values)}; write search(${parameter}, [first, second], node)`,
  );
}

function ownCandidates({ parameter, expression }: Parameter<unknown>): readonly Constant[] {
  const candidates = expression.op === 'parameter' ? expression.candidates : undefined;
  if (candidates !== undefined) return candidates;
  throw new CallError(
    'wrong-search',
    `search(${parameter})`,
    `expected a parameter with candidates, or the values to try; write search(${parameter}, [first, second], node), or give the parameter its candidates`,
  );
}
