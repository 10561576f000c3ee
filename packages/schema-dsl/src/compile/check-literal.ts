import { isEncodeError } from '@bytewright/runtime';
import { checkFloat, describe, textSize } from '@bytewright/runtime/codec';
import type { Constant, ConstantValue } from '../ir/expression.js';
import { constantValue } from '../ir/expression.js';
import type { LiteralNode } from '../ir/node.js';
import type { BitsNode } from '../ir/nodes/bits.js';
import { bitsTraits } from '../ir/nodes/bits.js';
import type { EnumerationNode } from '../ir/nodes/enumeration.js';
import { isMember, membersText } from '../ir/nodes/enumeration.js';
import type { FloatNode } from '../ir/nodes/float.js';
import { floatTraits } from '../ir/nodes/float.js';
import type { NumericNode, NumericTraits } from '../ir/nodes/numeric.js';
import { numericTraits } from '../ir/nodes/numeric.js';
import type { TextEncoding } from '../ir/nodes/string.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * Rejects a constant that its node could never encode, whether it comes from a definition or from a file.
 *
 * @throws SchemaError with the reason
 * @example `{ kind: 'literal', node: { kind: 'integer', type: 'u8' }, value: 256 }` is out of the range of u8
 */
export function checkLiteral({ node, value }: LiteralNode, path: string): void {
  switch (node.kind) {
    case 'integer':
    case 'varint':
      checkInteger(node, value, path);
      break;
    case 'float':
      checkFloatConstant(node, value, path);
      break;
    case 'bits':
      checkBits(node, value, path);
      break;
    case 'enumeration':
      checkMember(node, value, path);
      break;
    case 'bytes':
      checkExtent(node, contentSize(value, undefined, path), path);
      break;
    case 'string':
      checkExtent(node, contentSize(value, node.encoding, path), path);
      break;
  }
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
  if (node.node.kind === 'bits')
    throw new SchemaError(
      'wrong-literal',
      path,
      'a constant bit field is given as a number, not as a name; write, for example, literal(ubits(4), 6)',
    );
}

function checkInteger(node: NumericNode | BitsNode, constant: Constant, path: string): void {
  checkRange(constantValue(constant), numericTraits(node), path);
}

/** Infinity, NaN and -0 do not survive JSON, and every schema's IR must. */
function checkFloatConstant(node: FloatNode, constant: Constant, path: string): void {
  const value = constantValue(constant);
  const fail = (why: string): never => {
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant ${Object.is(value, -0) ? '-0' : String(value)} ${why}`,
    );
  };
  if (typeof value !== 'number') throw fail(`is not a number, which ${node.type} requires; use a number`);
  if (!Number.isFinite(value) || Object.is(value, -0))
    fail('cannot be a constant; write its bytes as an integer literal');
  try {
    checkFloat(value, floatTraits(node).size, undefined, '', node.type);
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    fail(`would be rounded in ${node.type}; use a number that it holds exactly`);
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
  if (!isWhole) throw fail(`is not an integer, which ${label} requires; use one from ${min} to ${max}`);
  const integer = BigInt(value as number | bigint); // checked above
  if (integer < min || integer > max) fail(`is out of range for ${label}; use one from ${min} to ${max}`);
  if ((typeof value === 'bigint') !== bigint)
    fail(
      bigint
        ? `is a number, but ${label} holds bigints; write ${integer}n`
        : `is a bigint, but ${label} holds numbers; write ${integer}`,
    );
}

/** A constant as source code. */
function written(value: ConstantValue): string {
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'number' && !Object.is(value, -0) ? String(value) : describe(value);
}

/** The number of bytes that the constant takes, without a prefix. */
export function contentSize(constant: Constant, encoding: TextEncoding | undefined, path: string): number {
  const value = constantValue(constant);
  if (encoding === undefined) {
    if (value instanceof Uint8Array) return value.length;
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant for bytes is ${describe(value)}; use hexadecimal digits or a Uint8Array`,
    );
  }
  try {
    return textSize(value, encoding, '');
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    throw new SchemaError(
      'wrong-literal',
      path,
      `the constant is not ${encoding} text, found ${error.found}; use text that ${encoding} can encode`,
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
        `the constant takes ${size} bytes, not ${extent.size}; omit the size`,
      );
    case 'prefix': {
      const { max, label } = numericTraits(extent.prefix);
      if (BigInt(size) <= max) return;
      throw new SchemaError(
        'wrong-literal',
        path,
        `the constant takes ${size} bytes, too many for the prefix ${label}; use a wider prefix`,
      );
    }
    default:
      throw new SchemaError(
        'wrong-literal',
        path,
        'the constant determines its own length and has no other ending; omit the ending',
      );
  }
}
