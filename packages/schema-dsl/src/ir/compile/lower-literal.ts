import { checkFloat, describe, isEncodeError, textSize } from '@bytewright/runtime';
import type { Definition } from '../../language/definition.js';
import { describeDefinition } from '../../language/describe-argument.js';
import { undocumented } from '../../language/undocumented.js';
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
  const definition = undocumented(node.definition);
  switch (definition.kind) {
    case 'integer': {
      if (definition.asNumber)
        throw new SchemaError(
          'wrong-literal',
          context.path,
          'a constant needs no asNumber(); leave it out, and write the constant as a bigint',
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
          'a constant among bit fields is given by its number, not by a name; write literal(ubits(4), 6), for example',
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
    `${describeDefinition(definition)} cannot be a constant; use an integer, a bit field, bytes or a string`,
  );
}

function checkMember(node: EnumerationNode, constant: Constant, path: string): void {
  const value = constantValue(constant);
  if (!isMember(node, value))
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant ${JSON.stringify(value)} is not ${membersText(node)}; use one of these`,
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
  if (typeof value !== 'number') throw fail(`is not a number, as ${node.type} holds; give a number`);
  if (!Number.isFinite(value) || Object.is(value, -0))
    fail('cannot be a constant; write its bytes as a literal of an integer');
  try {
    checkFloat(value, floatTraits(node).size, undefined, '', node.type);
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    fail(`would be rounded in ${node.type}; give a number that it holds exactly`);
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
      `the constant ${String(value)} is not a bit; write true or false`,
    );
}

function checkRange(value: ConstantValue, { min, max, bigint, label }: NumericTraits, path: string): void {
  const fail = (why: string): never => {
    throw new SchemaError('wrong-literal', path, `the constant ${written(value)} ${why}`);
  };
  const isWhole = typeof value === 'bigint' || (Number.isInteger(value) && !Object.is(value, -0));
  if (!isWhole) throw fail(`is not an integer, as ${label} holds; give one from ${min} to ${max}`);
  const integer = BigInt(value as number | bigint); // as has been seen
  if (integer < min || integer > max) fail(`is out of the range of ${label}; give one from ${min} to ${max}`);
  if ((typeof value === 'bigint') !== bigint)
    fail(
      bigint
        ? `is a number, and ${label} holds bigints; write ${integer}n`
        : `is a bigint, and ${label} holds numbers; write ${integer}`,
    );
}

/** A constant as code writes it. */
function written(value: ConstantValue): string {
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'number' && !Object.is(value, -0) ? String(value) : describe(value);
}

/** Bytes that the constant takes, less a prefix. */
function contentSize(constant: Constant, encoding: TextEncoding | undefined, path: string): number {
  const value = constantValue(constant);
  if (encoding === undefined) {
    if (value instanceof Uint8Array) return value.length;
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant of bytes is ${describe(value)}; give hexadecimal digits, or a Uint8Array`,
    );
  }
  try {
    return textSize(value, encoding, '');
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant is not ${encoding} text, found ${error.found}; give text that ${encoding} can write`,
    );
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
        `the constant takes ${size} bytes, too many for its prefix ${label}; use a wider prefix`,
      );
    }
    default:
      throw new SchemaError(
        'wrong-literal',
        path,
        'a constant is as long as it is, and has no other ending; leave the ending out',
      );
  }
}
