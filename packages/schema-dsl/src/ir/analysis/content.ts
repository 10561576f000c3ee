import type { Expression } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR } from '../node.js';
import { isNumberElement, typedArrayOf } from '../nodes/typed-array-of.js';
import type { SchemaIR, StructIR } from '../schema.js';
import { fieldNode } from './field-node.js';

/**
 * What a value is that has content to compare, rather than being a scalar: bytes, the class of another typed array, a list,
 * an object, a number that keeps how it was written, or whatever a codec of the author's makes.
 */
export type Content = 'bytes' | 'list' | 'object' | 'kept' | 'custom' | `${string}Array`;

/** Where an expression stands. */
interface Surroundings {
  readonly struct: StructIR | undefined;
  readonly structs: SchemaIR['structs'];
}

/** What an expression hands on, if that is not a scalar. */
export function contentOf(expression: Expression, { struct, structs }: Surroundings): Content | undefined {
  if (expression.op === 'constant')
    return constantValue(expression.value) instanceof Uint8Array ? 'bytes' : undefined;
  // of what keeps more than its value, a relation sees the value, unless it is a copy of all
  if (expression.op !== 'field' || expression.plain !== undefined) return undefined;
  const found = fieldNode(struct, expression.path, structs);
  return found && contentOfNode(found.node);
}

/** What a node's value is, if that is not a scalar. */
export function contentOfNode(node: NodeIR): Content | undefined {
  switch (node.kind) {
    case 'bytes':
    case 'padding':
    case 'align':
      return 'bytes';
    case 'literal':
      return node.node.kind === 'bytes' ? 'bytes' : undefined;
    case 'list': {
      if (!isNumberElement(node.element)) return 'list';
      const { name } = typedArrayOf(node.element);
      return name === 'Uint8Array' ? 'bytes' : name;
    }
    case 'atEach':
    case 'gaps':
      return 'list';
    case 'struct':
    case 'flags':
    case 'union':
    case 'firstOf':
      return 'object';
    case 'varint':
    case 'float':
      return node.preserve ? 'kept' : undefined;
    case 'custom':
      return node.type === undefined ? 'custom' : undefined;
    default:
      return undefined;
  }
}

/** Whether an equation compares contents: its sides are not scalars, which are equal only where they are the same. */
export function comparesContent(expression: Expression, surroundings: Surroundings): boolean {
  return equatedContent(expression, surroundings) !== undefined;
}

/** The content that an equation compares, if it does. */
export function equatedContent(expression: Expression, surroundings: Surroundings): Content | undefined {
  if (expression.op !== 'eq' && expression.op !== 'ne') return undefined;
  return contentOf(expression.left, surroundings) ?? contentOf(expression.right, surroundings);
}

/** Whether messages show content as it is; of a struct or a long list they would not show what differs. */
export function isShown(content: Content): boolean {
  return content === 'bytes' || content === 'kept';
}
