import type { NodeIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import {
  integerTraits,
  isNumberElement,
  numberLayout,
  sizeBounds,
  structNamed,
} from '@bytewright/schema-dsl/ir';

/**
 * The bytes that a look-ahead passes over without a look: those of what takes as many whatever it holds, and parses whatever they
 * are. `undefined` for anything else.
 */
export function passableSize(node: NodeIR, structs: SchemaIR['structs']): number | undefined {
  switch (node.kind) {
    case 'integer': {
      const { size, isWide, bigint } = integerTraits(node);
      return isWide && !bigint ? undefined : size;
    }
    case 'boolean':
      return node.preserve ? 1 : undefined;
    case 'bytes':
      return node.extent.kind === 'fixed' ? node.extent.size : undefined;
    case 'string':
      return node.extent.kind === 'fixed' && node.encoding === 'latin1' ? node.extent.size : undefined;
    case 'padding':
      return node.keep && node.size.kind === 'fixed' ? node.size.size : undefined;
    case 'list': {
      if (node.extent.kind !== 'fixed') return undefined;
      const element = isNumberElement(node.element)
        ? numberLayout(node.element).size
        : passableSize(node.element, structs);
      return element === undefined ? undefined : node.extent.size * element;
    }
    case 'bind':
      return passableSize(node.node, structs);
    case 'struct':
      return passableStruct(node.name, structs);
    default:
      return undefined;
  }
}

function passableStruct(name: string, structs: SchemaIR['structs']): number | undefined {
  const { fields, checks, checksums = [], recursive } = structNamed(name, structs);
  if (recursive || checks.length + checksums.length > 0) return undefined;
  const isOpen = fields.every(
    ({ node, visibility }) =>
      visibility !== 'constant' && visibility !== 'assertion' && passableSize(node, structs) !== undefined,
  );
  return isOpen ? sizeBounds({ kind: 'struct', name }, structs).min : undefined;
}
