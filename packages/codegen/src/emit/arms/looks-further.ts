import type { ExtentIR, NodeIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import {
  fruitlessPayments,
  isCharged,
  isNumberElement,
  sizeBounds,
  structNamed,
} from '@bytewright/schema-dsl/ir';

/** Lists within lists up to which a runtime knows that the elements of some bytes are within a decoder's limit. */
const MOST_LISTS = 8;

/**
 * Whether reading a node to its end may look at bytes behind that, or come to another end than a trial of it, as limits of depth
 * and of elements stop the one and not the other. What such an attempt costs only reading tells; of any other one, its end does.
 *
 * Looking ahead by a bounded number of bytes is free, and does not count.
 */
export function looksFurther(node: NodeIR, structs: SchemaIR['structs']): boolean {
  return fruitlessPayments(node, structs) > 0 || !staysWithin(node, structs, new Set(), 0);
}

function staysWithin(
  node: NodeIR,
  structs: SchemaIR['structs'],
  open: ReadonlySet<string>,
  lists: number,
): boolean {
  const inside = (child: NodeIR): boolean => staysWithin(child, structs, open, lists);
  switch (node.kind) {
    case 'integer':
    case 'float':
    case 'varint':
    case 'boolean':
    case 'bits':
    case 'literal':
    case 'enumeration':
    case 'flags':
    case 'padding':
    case 'align':
    case 'atEnd':
    case 'peek':
    case 'lookahead':
    case 'presence':
      return true;
    case 'bytes':
      return isPlain(node.extent);
    case 'string':
      return isPlain(node.extent) && !isCharged(node, structs);
    case 'list':
      return (
        (isPlain(node.extent) || node.extent.kind === 'while') &&
        (isNumberElement(node.element) ||
          (lists < MOST_LISTS &&
            sizeBounds(node.element, structs).min > 0 &&
            staysWithin(node.element, structs, open, lists + 1)))
      );
    case 'struct': {
      if (open.has(node.name)) return false;
      const inner = new Set([...open, node.name]);
      return structNamed(node.name, structs).fields.every((field) =>
        staysWithin(field.node, structs, inner, lists),
      );
    }
    case 'optional':
    case 'bind':
    case 'sized':
    case 'search':
      return inside(node.node);
    case 'firstOf':
      return node.arms.every((arm) => inside(arm.node));
    case 'union':
      return (
        node.arms.every((arm) => inside(arm.node)) &&
        (node.otherwise === undefined || inside(node.otherwise.node))
      );
    default:
      return false;
  }
}

/** Whether how far something extends is told by what is in front of it, or is all there is. */
const isPlain = ({ kind }: ExtentIR): boolean =>
  kind === 'fixed' || kind === 'expression' || kind === 'prefix' || kind === 'end';
