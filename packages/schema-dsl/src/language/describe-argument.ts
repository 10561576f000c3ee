import { describe } from '@bytewright/runtime/codec';
import { printExpression } from '../ir/print-expression.js';
import { printable } from '../ir/printable.js';
import type { Definition } from './definition.js';
import { isExpr } from './expression.js';
import { isNode } from './node.js';

/**
 * Describes an argument of a DSL function in a few words: `5n`, `"utf8"`, `u32be`, `the expression a + 1`,
 * `the struct Header`.
 */
export function describeArgument(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (isNode(value)) return describeDefinition(value.definition);
  if (isExpr(value)) return `the expression ${printable(printExpression(value.expression))}`;
  if (typeof value === 'object' && value !== null) {
    if ('ending' in value) return 'an ending';
    if ('relation' in value) return 'a relation';
    if ('external' in value && 'value' in value)
      return `${printable(describe(value.value))} wrapped in external()`;
  }
  return printable(describe(value));
}

/** The name of a definition's construct in the language. */
export function describeDefinition(definition: Definition): string {
  switch (definition.kind) {
    case 'integer':
      return definition.asNumber ? `asNumber(${definition.type})` : definition.type;
    case 'float':
      return definition.preserve ? `preserveNaN(${definition.type})` : definition.type;
    case 'varint':
      return `${definition.encoding}(${String(definition.bits)})`;
    case 'bits':
      return definition.type === 'boolean'
        ? 'bit'
        : `${definition.type === 'signed' ? 'ibits' : 'ubits'}(${String(definition.width)})`;
    case 'boolean':
      return 'bool';
    case 'atEnd':
      return 'atEnd';
    case 'padding':
      return definition.keep ? 'reserved(…)' : 'padding(…)';
    case 'gaps':
      return 'gaps()';
    case 'struct':
      return `the struct ${definition.name}`;
    case 'enumeration':
      return definition.isOpen ? 'openEnumeration(…)' : 'enumeration(…)';
    case 'bind':
    case 'documented':
      return describeDefinition(definition.node.definition);
    default:
      return `${definition.kind}(…)`;
  }
}
