import { EncodeError } from '@bytewright/runtime';
import {
  checkBigint,
  checkBoolean,
  checkBooleanByte,
  checkBytes,
  checkFloatOrNaN,
  checkInteger,
  checkList,
  checkObject,
  describe,
  joinPath,
} from '@bytewright/runtime/codec';
import type { ListNode, NodeIR } from '../../ir/node.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import { isMember, membersText } from '../../ir/nodes/enumeration.js';
import type { FlagsNode } from '../../ir/nodes/flags.js';
import { UNKNOWN_BITS } from '../../ir/nodes/flags.js';
import { floatTraits } from '../../ir/nodes/float.js';
import type { NumericTraits } from '../../ir/nodes/numeric.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { VarintNode } from '../../ir/nodes/varint.js';
import { varintTraits } from '../../ir/nodes/varint.js';
import type { SchemaIR } from '../../ir/schema.js';
import type { Choice } from '../fields/choice.js';
import { armNamed, choiceOf, namesOfArms } from '../fields/choice.js';
import { floatToJson } from './float-json.js';
import type { JsonTree } from './json-value.js';

type Structs = SchemaIR['structs'];

/**
 * A value of a schema as JSON: 64-bit integers as decimal strings, `undefined` as null, bytes unchanged (they become text
 * when printed). It is driven by the schema, so every schema has a JSON form.
 *
 * @throws EncodeError with the path of a value that does not match the schema's type
 * @example the value `{ id: 7n, raw: Uint8Array.of(1) }` is `{ id: '7', raw: Uint8Array.of(1) }`
 */
export function valueToJson(node: NodeIR, value: unknown, structs: Structs, path = ''): JsonTree {
  switch (node.kind) {
    case 'integer':
      return integerToJson(numericTraits(node), value, path);
    case 'float':
      return floatToJson(checkFloatOrNaN(value, floatTraits(node).size, undefined, path, node.type));
    case 'varint':
      if (!node.preserve) return integerToJson(numericTraits(node), value, path);
      return typeof value === 'object' && value !== null
        ? paddedToJson(node, value, path)
        : integerToJson(numericTraits(node), value, path);
    case 'bits':
      return node.type === 'boolean'
        ? checkBoolean(value, undefined, path)
        : integerToJson(bitsTraits(node), value, path);
    case 'flags':
      return flagsToJson(node, checkObject(value, undefined, path), path);
    case 'enumeration':
      if (!isMember(node, value)) throw wrongType(path, membersText(node), value);
      return typeof value === 'string' ? value : valueToJson(node.node, value, structs, path);
    case 'boolean':
      return node.preserve && typeof value === 'number'
        ? checkBooleanByte(value, undefined, path)
        : checkBoolean(value, undefined, path);
    case 'lookahead':
    case 'presence':
      return checkBoolean(value, undefined, path);
    case 'string':
      if (typeof value !== 'string') throw wrongType(path, 'a string', value);
      return value;
    case 'bytes':
      return checkBytes(value, undefined, path);
    case 'list':
      return listToJson(node, value, structs, path);
    case 'optional':
      return value === undefined ? null : valueToJson(node.node, value, structs, path);
    case 'at':
      return value === undefined ? null : valueToJson(node.node, value, structs, path);
    case 'atEach':
    case 'gaps':
    case 'custom':
      throw new TypeError(`${node.kind} has no form in JSON`);
    case 'tail':
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
      return valueToJson(node.node, value, structs, path);
    case 'struct':
      return structToJson(node.name, value, structs, path);
    case 'union':
    case 'firstOf':
      return choiceToJson(node, checkObject(value, undefined, path), structs, path);
    case 'align':
    case 'padding':
      return value === undefined ? null : checkBytes(value, undefined, path);
    case 'literal':
    case 'peek':
    case 'atEnd':
      return null; // these have no value
  }
}

function integerToJson({ bigint, min, max, label }: NumericTraits, value: unknown, path: string): JsonTree {
  return bigint
    ? String(checkBigint(value, min, max, undefined, path, label))
    : checkInteger(value, Number(min), Number(max), undefined, path, label);
}

function paddedToJson(node: VarintNode, value: object, path: string): JsonTree {
  const byteLength: unknown = Reflect.get(value, 'byteLength');
  return {
    value: integerToJson(numericTraits(node), Reflect.get(value, 'value'), joinPath(path, 'value')),
    byteLength: checkInteger(
      byteLength,
      2,
      varintTraits(node).maxSize,
      undefined,
      joinPath(path, 'byteLength'),
      'bytes',
    ),
  };
}

function flagsToJson(node: FlagsNode, members: object, path: string): JsonTree {
  const json: Record<string, JsonTree> = {};
  for (const { name } of node.flags)
    json[name] = checkBoolean(Reflect.get(members, name), undefined, joinPath(path, name));
  if (!node.strict)
    json[UNKNOWN_BITS] = integerToJson(
      numericTraits(node.node),
      Reflect.get(members, UNKNOWN_BITS),
      joinPath(path, UNKNOWN_BITS),
    );
  return json;
}

function listToJson({ element }: ListNode, value: unknown, structs: Structs, path: string): JsonTree {
  if (value instanceof Uint8Array) return value;
  const items = ArrayBuffer.isView(value)
    ? Array.from(value as Iterable<unknown> & ArrayBufferView) // a list of integers is a typed array
    : checkList(value, undefined, path);
  return items.map((item, i) => valueToJson(element, item, structs, joinPath(path, `[${i}]`)));
}

function structToJson(name: string, value: unknown, structs: Structs, path: string): JsonTree {
  const definition = structs[name];
  const members = checkObject(value, undefined, path);
  const json: Record<string, JsonTree> = {};
  for (const field of definition?.fields ?? []) {
    if (field.visibility !== 'value') continue;
    const choice = definition?.flat === field.name ? choiceOf(field.node) : undefined;
    if (choice !== undefined) Object.assign(json, choiceToJson(choice, members, structs, path));
    else
      json[field.name] = valueToJson(
        field.node,
        Reflect.get(members, field.name),
        structs,
        joinPath(path, field.name),
      );
  }
  return json;
}

function choiceToJson(
  choice: Choice,
  members: object,
  structs: Structs,
  path: string,
): Record<string, JsonTree> {
  const name: unknown = Reflect.get(members, choice.tag);
  const arm = armNamed(choice, name);
  if (arm === undefined) throw wrongType(joinPath(path, choice.tag), `one of ${namesOfArms(choice)}`, name);
  const json: Record<string, JsonTree> = { [choice.tag]: typeof name === 'string' ? name : null };
  if (arm.rawTag !== undefined) {
    const tag: unknown = Reflect.get(members, arm.rawTag);
    if (typeof tag === 'bigint') json[arm.rawTag] = String(tag);
    else if (typeof tag === 'string' || typeof tag === 'number') json[arm.rawTag] = tag;
    else throw wrongType(joinPath(path, arm.rawTag), 'a number or a string', tag);
  }
  json[arm.member] = valueToJson(
    arm.node,
    Reflect.get(members, arm.member),
    structs,
    joinPath(path, arm.member),
  );
  return json;
}

function wrongType(path: string, expected: string, value: unknown): EncodeError {
  return new EncodeError({ code: 'wrong-type', offset: undefined, path, expected, found: describe(value) });
}
