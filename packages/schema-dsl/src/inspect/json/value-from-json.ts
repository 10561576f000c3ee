import { describe, joinPath } from '@bytewright/runtime/codec';
import { givenKeys, isOmissible } from '../../ir/analysis/value-keys.js';
import type { ListNode, NodeIR } from '../../ir/node.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import { isMember, membersText } from '../../ir/nodes/enumeration.js';
import type { FlagsNode } from '../../ir/nodes/flags.js';
import { UNKNOWN_BITS } from '../../ir/nodes/flags.js';
import type { NumericTraits } from '../../ir/nodes/numeric.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import { isNumberElement, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import type { VarintNode } from '../../ir/nodes/varint.js';
import type { SchemaIR } from '../../ir/schema.js';
import type { Choice } from '../fields/choice.js';
import { armNamed, choiceOf, hasBigintTags, namesOfArms } from '../fields/choice.js';
import { DocumentError } from './document-error.js';
import { floatFromJson } from './float-json.js';
import { bytesOfHex } from './hex.js';
import type { JsonValue } from './json-value.js';
import { kindOfJson } from './json-value.js';
import { MemberReader } from './member-reader.js';

type Structs = SchemaIR['structs'];

/**
 * The value represented by JSON in the form of `valueToJson`.
 *
 * Types, ranges of integers and names are checked here; the encoder checks everything else.
 *
 * @throws DocumentError with the path of a member that is missing, unknown, or of the wrong type
 */
export function valueFromJson(node: NodeIR, json: JsonValue, structs: Structs, path = ''): unknown {
  switch (node.kind) {
    case 'integer':
      return integerFromJson(numericTraits(node), json, path);
    case 'float': {
      const value = floatFromJson(json);
      if (value === undefined) throw refuse(path, `${node.type}, a number`, kindOfJson(json));
      return value;
    }
    case 'varint':
      return node.preserve && isObject(json)
        ? readWhole(json, path, (reader) => paddedFromJson(node, reader))
        : integerFromJson(numericTraits(node), json, path);
    case 'bits':
      if (node.type !== 'boolean') return integerFromJson(bitsTraits(node), json, path);
      if (typeof json !== 'boolean') throw refuse(path, 'true or false', kindOfJson(json));
      return json;
    case 'flags':
      return readWhole(json, path, (reader) => flagsFromJson(node, reader));
    case 'enumeration': {
      if (isMember(node, json)) return json;
      const value = node.open ? integerFromJson(numericTraits(node.node), json, path) : json;
      if (!isMember(node, value)) throw refuse(path, membersText(node), describe(json));
      return value;
    }
    case 'boolean':
      if (node.preserve && typeof json === 'number') return json; // the encoder checks that it is a byte
      if (typeof json !== 'boolean') throw refuse(path, 'true or false', kindOfJson(json));
      return json;
    case 'lookahead':
    case 'presence':
      if (typeof json !== 'boolean') throw refuse(path, 'true or false', kindOfJson(json));
      return json;
    case 'string':
      if (typeof json !== 'string') throw refuse(path, 'a string', kindOfJson(json));
      return json;
    case 'bytes':
      return bytesOfHex(json, path);
    case 'list':
      return listFromJson(node, json, structs, path);
    case 'optional':
      return json === null ? undefined : valueFromJson(node.node, json, structs, path);
    case 'at':
      return json === null ? undefined : valueFromJson(node.node, json, structs, path);
    case 'atEach':
    case 'gaps':
    case 'custom':
      throw new TypeError(`${node.kind} has no form in JSON`);
    case 'tail':
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
      return valueFromJson(node.node, json, structs, path);
    case 'struct':
      return readWhole(json, path, (reader) => structFromJson(node.name, reader, structs));
    case 'union':
    case 'firstOf':
      return readWhole(json, path, (reader) => choiceFromJson(node, reader, structs));
    case 'align':
    case 'padding':
      return json === null ? undefined : bytesOfHex(json, path);
    case 'literal':
    case 'peek':
    case 'atEnd':
      if (json !== null) throw refuse(path, 'null', kindOfJson(json));
      return undefined; // these have no value
  }
}

/** Reads the members of a struct from an object that may have other members as well. */
export function structFromJson(
  name: string,
  reader: MemberReader,
  structs: Structs,
): Record<string, unknown> {
  const definition = structs[name];
  const value: Record<string, unknown> = {};
  if (definition === undefined) return value;
  const given = new Set(givenKeys(definition));
  for (const { name: key, visibility, node } of definition.fields) {
    const choice = definition.flat === key ? choiceOf(node) : undefined;
    if (choice !== undefined) {
      Object.assign(value, choiceFromJson(choice, reader, structs));
      continue;
    }
    const isGiven = given.has(key);
    if (visibility !== 'value' && !isGiven) continue;
    const mayBeLeftOut = isGiven || isOmissible(node);
    const json = mayBeLeftOut ? reader.takeIfThere(key) : reader.take(key);
    if (json !== undefined)
      value[key] = valueFromJson(
        node.kind === 'literal' && isGiven ? node.node : node, // the encoder compares it with the constant
        json,
        structs,
        reader.pathOf(key),
      );
    else if (!isGiven) value[key] = undefined;
  }
  return value;
}

function readWhole<T>(json: JsonValue, path: string, read: (reader: MemberReader) => T): T {
  const reader = new MemberReader(json, path);
  const value = read(reader);
  reader.finish();
  return value;
}

function flagsFromJson(node: FlagsNode, reader: MemberReader): unknown {
  const value: Record<string, unknown> = {};
  for (const { name } of node.flags) {
    const json = reader.take(name);
    if (typeof json !== 'boolean') throw refuse(reader.pathOf(name), 'true or false', kindOfJson(json));
    value[name] = json;
  }
  if (!node.strict)
    value[UNKNOWN_BITS] = integerFromJson(
      numericTraits(node.node),
      reader.take(UNKNOWN_BITS),
      reader.pathOf(UNKNOWN_BITS),
    );
  return value;
}

function paddedFromJson(node: VarintNode, reader: MemberReader): unknown {
  const value = integerFromJson(numericTraits(node), reader.take('value'), reader.pathOf('value'));
  const byteLength = reader.take('byteLength');
  if (typeof byteLength !== 'number')
    throw refuse(reader.pathOf('byteLength'), 'a number of bytes', kindOfJson(byteLength));
  return { value, byteLength };
}

function integerFromJson(
  { bigint, min, max, label }: NumericTraits,
  json: JsonValue,
  path: string,
): number | bigint {
  const range = `${min} to ${max}`;
  if (bigint) {
    const expected = `${label} as a decimal string, ${range}`;
    if (typeof json !== 'string') throw refuse(path, expected, kindOfJson(json));
    if (!isDecimal(json)) throw refuse(path, expected, describe(json));
    const value = BigInt(json);
    if (value < min || value > max) throw refuse(path, expected, json);
    return value;
  }
  const expected = `${label}, ${range}`;
  if (typeof json !== 'number') throw refuse(path, expected, kindOfJson(json));
  const isInRange = json >= Number(min) && json <= Number(max);
  if (!Number.isInteger(json) || !isInRange || Object.is(json, -0))
    throw refuse(path, expected, describe(json));
  return json;
}

/** Whether text is a whole number; the length is checked first, as BigInt() of a long text takes more than linear time. */
const isDecimal = (json: JsonValue): boolean =>
  typeof json === 'string' && json.length <= 40 && /^(?:0|-?[1-9][0-9]*)$/.test(json);

function listFromJson({ element }: ListNode, json: JsonValue, structs: Structs, path: string): unknown {
  if (element.kind === 'integer' && element.type === 'u8') return bytesOfHex(json, path);
  if (!isList(json)) throw refuse(path, 'an array', kindOfJson(json));
  const items = json.map((item, i) => valueFromJson(element, item, structs, joinPath(path, `[${i}]`)));
  return isNumberElement(element) ? typedArrayOf(element).from(items) : items;
}

function choiceFromJson(choice: Choice, reader: MemberReader, structs: Structs): Record<string, unknown> {
  const json = reader.take(choice.tag);
  const name = json ?? undefined;
  const arm = armNamed(choice, name);
  if (arm === undefined) {
    const found = typeof json === 'string' ? describe(json) : kindOfJson(json);
    throw refuse(reader.pathOf(choice.tag), `one of ${namesOfArms(choice)}`, found);
  }
  const value: Record<string, unknown> = { [choice.tag]: name };
  if (arm.rawTag !== undefined) {
    const tag = reader.take(arm.rawTag);
    const isBigint = hasBigintTags(choice);
    const isTag = isBigint ? isDecimal(tag) : typeof tag === 'string' || typeof tag === 'number';
    if (!isTag) {
      const expected = isBigint ? 'a whole number as a decimal string' : 'a number or a string';
      throw refuse(reader.pathOf(arm.rawTag), expected, kindOfJson(tag));
    }
    value[arm.rawTag] = isBigint ? BigInt(String(tag)) : tag;
  }
  value[arm.member] = valueFromJson(arm.node, reader.take(arm.member), structs, reader.pathOf(arm.member));
  return value;
}

function isObject(json: JsonValue): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}

function refuse(path: string, expected: string, found: string): DocumentError {
  return new DocumentError({ path, position: undefined, expected, found });
}
