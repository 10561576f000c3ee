import type { Expression } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR } from '../node.js';
import { isNumberElement, typedArrayOf } from '../nodes/typed-array-of.js';
import type { SchemaIR, StructIR } from '../schema.js';
import { fieldNode } from './field-node.js';

/**
 * The kind of a value that is compared by content, rather than as a scalar: bytes, the class of another typed array, a list,
 * an object, a number that keeps its encoding, or the value of a user-supplied codec.
 */
export type Content = 'bytes' | 'list' | 'object' | 'kept' | 'custom' | `${string}Array`;

/** The context of an expression. */
interface Surroundings {
  readonly struct: StructIR | undefined;
  readonly structs: SchemaIR['structs'];
}

/** The kind of an expression's value, if it is not a scalar. */
export function contentOf(expression: Expression, { struct, structs }: Surroundings): Content | undefined {
  if (expression.op === 'constant')
    return constantValue(expression.value) instanceof Uint8Array ? 'bytes' : undefined;
  // of a field that keeps more than its value, a relation sees the value alone, unless it is copied completely
  if (expression.op !== 'field' || expression.plain !== undefined) return undefined;
  const found = fieldNode(struct, expression.path, structs);
  return found && contentOfNode(found.node);
}

/** The kind of a node's value, if it is not a scalar. */
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

/** Whether an equation compares contents: its sides are not scalars, so identity would be too strict. */
export function comparesContent(expression: Expression, surroundings: Surroundings): boolean {
  return equatedContent(expression, surroundings) !== undefined;
}

/** The kind of content that an equation compares, if any. */
export function equatedContent(expression: Expression, surroundings: Surroundings): Content | undefined {
  if (expression.op !== 'eq' && expression.op !== 'ne') return undefined;
  return contentOf(expression.left, surroundings) ?? contentOf(expression.right, surroundings);
}

/** Whether messages show content literally; for a struct or a long list they would not show the difference. */
export function isShown(content: Content): boolean {
  return content === 'bytes' || content === 'kept';
}
