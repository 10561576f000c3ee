import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Node } from './node.js';
import { isNode } from './node.js';

/**
 * A node, for a function of the language that is given one.
 *
 * @param call the function, as errors call it: `list()`
 * @param usage how it is called: `list(element, size)`
 * @throws SchemaError where it is something else
 */
export function requireNode(value: unknown, call: string, usage: string): Node<unknown> {
  if (isNode(value)) return value;
  throw new CallError('not-a-node', call, `${notANode(value)}; write ${usage}`);
}

/** What is said of a value that should be a node; a function of the language was probably not called. */
export function notANode(value: unknown): string {
  const hint =
    typeof value === 'function' && value.name !== '' ? ` (${value.name}, which must be called)` : '';
  return `expected a node of the language, such as u8 or bytes(4), found ${describeArgument(value)}${hint}`;
}
