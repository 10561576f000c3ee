import { checkFloat, isEncodeError, textSize } from '@bytewright/runtime';
import type { Definition } from '../../language/definition.js';
import type { Constant, ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { LiteralNode } from '../node.js';
import type { BitsNode } from '../nodes/bits.js';
import { bitsTraits } from '../nodes/bits.js';
import type { EnumerationNode } from '../nodes/enumeration.js';
import { isMember, membersText } from '../nodes/enumeration.js';
import type { FloatNode } from '../nodes/float.js';
import { floatTraits } from '../nodes/float.js';
import type { NumericNode, NumericTraits } from '../nodes/numeric.js';
import { numericTraits } from '../nodes/numeric.js';
import type { TextEncoding } from '../nodes/string.js';
import { SchemaError } from '../schema-error.js';
import type { LowerContext } from './lower.js';
import { lower, lowerBits } from './lower.js';
import { lowerEnumeration } from './lower-enumeration.js';
import { lowerVarint } from './lower-preserve.js';

/** A constant that its node can write, whatever value is encoded: what could never be written is refused here. */
export function lowerLiteral(
  { node, value }: Extract<Definition, { kind: 'literal' }>,
  context: LowerContext,
): LiteralNode {
  const { definition } = node;
  switch (definition.kind) {
    case 'integer': {
      if (definition.asNumber)
        throw new SchemaError(
          'wrong-literal',
          context.path,
          'a constant needs no asNumber(); write it as a bigint',
        );
      checkInteger(definition, value, context.path);
      return { kind: 'literal', node: definition, value };
    }
    case 'float':
      checkFloatConstant(definition, value, context.path);
      return { kind: 'literal', node: definition, value };
    case 'varint': {
      const varint = lowerVarint(definition, context.path);
      checkInteger(varint, value, context.path);
      return { kind: 'literal', node: varint, value };
    }
    case 'bits': {
      const bits = lowerBits(definition, context);
      checkBits(bits, value, context.path);
      return { kind: 'literal', node: bits, value };
    }
    case 'enumeration': {
      const enumeration = lowerEnumeration(definition, context);
      checkMember(enumeration, value, context.path);
      if (enumeration.node.kind === 'bits')
        throw new SchemaError(
          'wrong-literal',
          context.path,
          'a constant among bit fields is given by its number, such as literal(ubits(4), 6)',
        );
      return { kind: 'literal', node: enumeration, value };
    }
    case 'bytes':
    case 'string': {
      const encoding = definition.kind === 'string' ? definition.encoding : undefined;
      const size = contentSize(value, encoding, context.path);
      if (definition.extent === undefined) {
        // bytes() and string() without a size are as long as the constant
        const extent = { kind: 'fixed', size } as const;
        return {
          kind: 'literal',
          node: encoding === undefined ? { kind: 'bytes', extent } : { kind: 'string', extent, encoding },
          value,
        };
      }
      const lowered = lower(node, context);
      if (lowered.kind !== 'bytes' && lowered.kind !== 'string') break;
      checkExtent(lowered, size, context.path);
      return { kind: 'literal', node: lowered, value };
    }
    default:
  }
  throw new SchemaError(
    'wrong-literal',
    context.path,
    'a literal is an integer, a bit field, bytes or a string',
  );
}

function checkMember(node: EnumerationNode, constant: Constant, path: string): void {
  const value = constantValue(constant);
  if (!isMember(node, value))
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant ${JSON.stringify(value)} is not ${membersText(node)}`,
    );
  if (typeof value !== 'string') checkInteger(node.node, constant, path);
}

function checkInteger(node: NumericNode | BitsNode, constant: Constant, path: string): void {
  checkRange(constantValue(constant), numericTraits(node), path);
}

/** Infinity, NaN and -0 do not survive JSON, which every schema's representation does. */
function checkFloatConstant(node: FloatNode, constant: Constant, path: string): void {
  const value = constantValue(constant);
  const fail = (why: string): never => {
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant ${Object.is(value, -0) ? '-0' : String(value)} ${why}`,
    );
  };
  if (typeof value !== 'number') throw fail(`is no ${node.type}`);
  if (!Number.isFinite(value) || Object.is(value, -0))
    fail('cannot be a constant; write its bytes as a literal integer');
  try {
    checkFloat(value, floatTraits(node).size, undefined, '', node.type);
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    fail(`is no ${node.type}: it would be rounded`);
  }
}

function checkBits(bits: BitsNode, constant: Constant, path: string): void {
  const value = constantValue(constant);
  const traits = bitsTraits(bits);
  if (bits.type !== 'boolean') checkRange(value, traits, path);
  else if (typeof value !== 'boolean')
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant ${String(value)} is no bit, which is true or false`,
    );
}

function checkRange(value: ConstantValue, { min, max, bigint, label }: NumericTraits, path: string): void {
  const isInteger = bigint
    ? typeof value === 'bigint'
    : typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0);
  if (!isInteger || BigInt(value as number) < min || BigInt(value as number) > max)
    throw new SchemaError('wrong-literal', path, `the constant ${String(value)} is no ${label}`);
}

/** Bytes that the constant takes, less a prefix. */
function contentSize(constant: Constant, encoding: TextEncoding | undefined, path: string): number {
  const value = constantValue(constant);
  if (encoding === undefined) {
    if (value instanceof Uint8Array) return value.length;
    throw new SchemaError('wrong-literal', path, 'the constant is no bytes; give them as hexadecimal digits');
  }
  try {
    return textSize(value, encoding, '');
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    throw new SchemaError('wrong-literal', path, `the constant is no ${encoding} text: ${error.found}`);
  }
}

function checkExtent(
  { extent }: Extract<LiteralNode['node'], { extent: unknown }>,
  size: number,
  path: string,
): void {
  switch (extent.kind) {
    case 'fixed':
      if (extent.size === size) return;
      throw new SchemaError(
        'wrong-literal',
        path,
        `the constant takes ${size} bytes, not ${extent.size}; leave the size out`,
      );
    case 'prefix': {
      const { max, label } = numericTraits(extent.prefix);
      if (BigInt(size) <= max) return;
      throw new SchemaError(
        'wrong-literal',
        path,
        `the constant takes ${size} bytes, too many for its prefix ${label}`,
      );
    }
    default:
      throw new SchemaError('wrong-literal', path, 'a constant is as long as it is; leave the ending out');
  }
}
