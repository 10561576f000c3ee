import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Node } from './node.js';
import { isNode } from './node.js';

/**
 * Requires an argument to be a node.
 *
 * @param call the calling function as errors name it: `list()`
 * @param usage how the function is called: `list(element, size)`
 * @throws SchemaError if the argument is anything else
 */
export function requireNode(value: unknown, call: string, usage: string): Node<unknown> {
  if (isNode(value)) return value;
  throw new CallError('not-a-node', call, `${notANode(value)}; write ${usage}`);
}

/** The message for a value that should be a node; perhaps a function of the language was passed without being called. */
export function notANode(value: unknown): string {
  const hint =
    typeof value === 'function' && value.name !== '' ? ` (${value.name}, which must be called)` : '';
  return `expected a node of the language, such as u8 or bytes(4), found ${describeArgument(value)}${hint}`;
}
