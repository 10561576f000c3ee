import { describe } from '@bytewright/runtime/codec';
import type { NodeIR } from '../../ir/node.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import type { EnumerationNode } from '../../ir/nodes/enumeration.js';
import { isMember, membersText, memberWithValue } from '../../ir/nodes/enumeration.js';
import type { FlagsNode } from '../../ir/nodes/flags.js';
import { UNKNOWN_BITS } from '../../ir/nodes/flags.js';
import type { NumericTraits } from '../../ir/nodes/numeric.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import { isNumberElement, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import type { Field } from '../fields/field.js';
import { isConditional, plainNode } from '../fields/plain-node.js';
import { bytesOfDigits } from '../json/bytes-of-digits.js';
import { DocumentError } from '../json/document-error.js';
import { floatFromJson } from '../json/float-json.js';
import { parseJson } from '../json/parse-json.js';
import { valueFromJson } from '../json/value-from-json.js';
import { PathError } from './path-error.js';

/**
 * The value for a field from command-line text: a number in base 10 or 16, `true` or `false`, the name of a member, names of
 * flags separated by `|`, hexadecimal bytes, text, or JSON for anything else. The encoder checks all other constraints.
 * `none` means absent; -1 is a timer that is not armed.
 *
 * @throws PathError for any other text
 * @example of a `u16be` field `0x1f` is 31; of one of bytes `00 ff` is two of them; of a list of numbers `1, 0x10` is `[1, 16]`
 */
export function parseValue(text: string, field: Field): unknown {
  const { node, path } = field;
  const trimmed = text.trim();
  if (isConditional(node) && (trimmed === 'none' || trimmed === 'null')) return undefined;
  const plain = plainNode(node);
  switch (plain.kind) {
    case 'integer':
    case 'varint':
      return inRange(integer(trimmed, numericTraits(plain).bigint, path), numericTraits(plain), field);
    case 'bits':
      return plain.type === 'boolean'
        ? truth(trimmed, path)
        : integer(trimmed, bitsTraits(plain).bigint, path);
    case 'float': {
      const value = floatFromJson(trimmed) ?? (trimmed === '' ? undefined : Number(trimmed));
      if (value === undefined || (Number.isNaN(value) && trimmed !== 'NaN'))
        throw refuse(path, 'a number', text);
      return value;
    }
    case 'boolean':
      return plain.preserve && /^(?:0x)?[0-9a-f]+$/i.test(trimmed) && !/^[01]$/.test(trimmed)
        ? integer(trimmed, false, path)
        : truth(trimmed, path);
    case 'lookahead':
    case 'presence':
      return truth(trimmed, path);
    case 'enumeration':
      return member(trimmed, plain, path);
    case 'flags':
      return flagSet(trimmed, plain, path);
    case 'string':
      return text.startsWith('"') ? json(text, node, field) : text;
    case 'bytes':
      return trimmed.startsWith('[') ? json(text, node, field) : hexBytes(trimmed, path);
    case 'padding':
      return trimmed === 'none' || trimmed === 'null' ? undefined : hexBytes(trimmed, path);
    case 'list': {
      const { element } = plain;
      if (!isNumberElement(element)) return json(text, node, field);
      if (element.kind === 'integer' && element.type === 'u8' && !/[[,]/.test(trimmed))
        return hexBytes(trimmed, path);
      return typedArrayOf(element).from(numbers(trimmed, { ...field, node: element }));
    }
    default:
      return json(text, node, field);
  }
}

function integer(text: string, isBigint: boolean, path: string): number | bigint {
  const expected = 'a whole number, such as 12 or 0x1f';
  // the length first: BigInt() of a long text takes more than linear time
  const [, sign, digits] = (text.length <= 50 && /^(-?)(0x[0-9a-f]+|[0-9]+)$/i.exec(text)) || [];
  if (digits === undefined) throw refuse(path, expected, text);
  const value = BigInt(digits) * (sign === '-' ? -1n : 1n);
  return isBigint ? value : Number(value);
}

function truth(text: string, path: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw refuse(path, 'true or false', text);
}

function member(text: string, node: EnumerationNode, path: string): unknown {
  if (isMember(node, text)) return text;
  const expected = membersText(node);
  if (!/^-?(?:0x)?[0-9a-f]+$/i.test(text)) throw refuse(path, expected, text);
  const isBigint = node.node.kind === 'bits' ? bitsTraits(node.node).bigint : numericTraits(node.node).bigint;
  const number = integer(text, isBigint, path);
  const known = memberWithValue(node, number);
  if (known !== undefined) return known.name;
  if (!isMember(node, number)) throw refuse(path, expected, text);
  return number;
}

/** A flag set: names and numbers separated by `|`; named bits of a number become flags. */
function flagSet(text: string, node: FlagsNode, path: string): unknown {
  let bits = 0n;
  for (const part of text === '' || text === 'none' ? [] : text.split(/[|,]/).map((one) => one.trim())) {
    const flag = node.flags.find(({ name }) => name === part);
    if (flag !== undefined) bits |= 1n << BigInt(flag.bit);
    else if (/^(?:0x[0-9a-f]+|[0-9]+)$/i.test(part)) bits |= BigInt(integer(part, true, path));
    else throw refuse(path, `flags of ${node.flags.map(({ name }) => name).join(', ')}, or a number`, part);
  }
  const value: Record<string, unknown> = {};
  for (const { name, bit } of node.flags) {
    const mask = 1n << BigInt(bit);
    value[name] = (bits & mask) !== 0n;
    bits &= ~mask;
  }
  if (node.strict && bits !== 0n) throw refuse(path, 'no other bits', `0x${bits.toString(16)}`);
  if (!node.strict) value[UNKNOWN_BITS] = numericTraits(node.node).bigint ? bits : Number(bits);
  return value;
}

function hexBytes(text: string, path: string): Uint8Array {
  const digits = text.replace(/^0x/i, '').replace(/[\s:]/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) throw refuse(path, 'bytes in base 16, such as 00ff', text);
  return bytesOfDigits(digits);
}

function numbers(text: string, element: Field): unknown[] {
  const inside = text.replace(/^\[([\s\S]*)\]$/, '$1').trim();
  if (inside === '') return [];
  return inside.split(',').map((item) => {
    const [, unquoted = item] = /^\s*"(.*)"\s*$/.exec(item) ?? [];
    return parseValue(unquoted, element);
  });
}

/** A typed array would truncate values that do not fit, before an encoder sees them. */
function inRange(
  value: number | bigint,
  { min, max, label }: NumericTraits,
  { path }: Field,
): number | bigint {
  if (value >= min && value <= max) return value;
  throw new PathError(`${path}: expected ${label}, ${min} to ${max}, found ${value}`);
}

function json(text: string, node: NodeIR, { structs, path }: Field): unknown {
  try {
    return valueFromJson(node, parseJson(text), structs, path);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    if (error.position === undefined) throw new PathError(error.message);
    throw new PathError(
      `${path}: expected ${error.expected} in JSON at column ${error.position.column}, found ${error.found}`,
    );
  }
}

function refuse(path: string, expected: string, found: string): PathError {
  return new PathError(`${path}: expected ${expected}, found ${describe(found.slice(0, 60))}`);
}
