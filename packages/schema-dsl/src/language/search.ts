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

/** How to tell the right value of a parameter from others with which the bytes also parse. */
export interface SearchOptions {
  /** What must parse directly after, without being consumed: all values are tried with the first demand, then with the next. */
  readonly followedBy?: Demands;
}

/**
 * A struct that depends on a parameter that is not on the wire: decoded with the first of `values` with which it parses.
 * On encode the parameter is inferred from the value: the first with which the value can be encoded, provided that a
 * decoder would find the same one; otherwise the value is `ambiguous`. The parameter is not in the value.
 *
 * `values` defaults to the parameter's own candidates.
 *
 * Each trial is bounded by the region. A failed trial of more than 4096 bytes is charged to the backtracking budget, and
 * nested searches may try at most 16 combinations.
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
    followedBy: toDemands((options as SearchOptions | undefined)?.followedBy), // the options come last in both forms
  });
}

function givenValues({ parameter }: Parameter<unknown>, values: unknown): readonly Constant[] {
  if (Array.isArray(values) && values.length > 0) return values.map(toConstant);
  throw new CallError(
    'wrong-search',
    `search(${parameter})`,
    `expected at least one value to try, found ${describeArgument(values)}; write search(${parameter}, [first, second], node)`,
  );
}

function ownCandidates({ parameter, expression }: Parameter<unknown>): readonly Constant[] {
  const candidates = expression.op === 'parameter' ? expression.candidates : undefined;
  if (candidates !== undefined) return candidates;
  throw new CallError(
    'wrong-search',
    `search(${parameter})`,
    `expected values to try, as the parameter has no candidates; write search(${parameter}, [first, second], node), or give the parameter candidates`,
  );
}
