import type { IntegerNode, IntegerType } from '@bytewright/schema-dsl/ir';
import { integerTraits } from '@bytewright/schema-dsl/ir';
import type { Call, Code } from '../code.js';
import { call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { need } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

/** How an integer type is named in errors: with its size. */
export function integerLabel(type: IntegerType): string {
  const { size } = integerTraits(type);
  return `${type} (${size === 1 ? '1 byte' : `${size} bytes`})`;
}

/** Expression that reads an integer at an offset: `view.getUint32(offset + 1)`. */
export function getInteger(type: IntegerType, at: string): string {
  return `view.get${methodName(type)}(${at}${littleEndianArgument(type)})`;
}

/** Statement that writes an integer that is in range. */
export function setInteger(type: IntegerType, at: string, value: string): Call {
  const order = integerTraits(type).littleEndian ? ['true'] : [];
  return call('', `view.set${methodName(type)}`, [at, value, ...order]);
}

/** Expression that checks an integer of a value and gives it back. */
export function checkedInteger(
  type: IntegerType,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): string {
  const { bigint, min, max } = integerTraits(type);
  const check = emitter.imports.runtime(bigint ? 'checkBigint' : 'checkInteger');
  return `${check}(${value}, ${bound(min, bigint)}, ${bound(max, bigint)}, ${at}, ${quote(path)}, ${quote(type)})`;
}

/** A limit of a range as TypeScript. */
export function bound(value: bigint, bigint: boolean): string {
  const magnitude = value < 0n ? -value : value;
  const digits = magnitude > 255n ? `0x${magnitude.toString(16)}` : String(magnitude);
  return `${value < 0n ? '-' : ''}${digits}${bigint ? 'n' : ''}`;
}

function methodName(type: IntegerType): string {
  const { size, signed, bigint } = integerTraits(type);
  return `${bigint ? 'Big' : ''}${signed ? 'Int' : 'Uint'}${8 * size}`;
}

function littleEndianArgument(type: IntegerType): string {
  return integerTraits(type).littleEndian ? ', true' : '';
}

export const integer: NodeEmitter<IntegerNode> = {
  type: (node) => (integerTraits(node.type).bigint ? 'bigint' : 'number'),
  read(node, target, emitter) {
    const { size } = integerTraits(node.type);
    return [
      ...need(String(size), quote(integerLabel(node.type)), emitter),
      ...(target === undefined ? [] : [`const ${target} = ${getInteger(node.type, 'offset')};`]),
      `offset += ${size};`,
    ];
  },
  match: (node, target, emitter) => integer.read(node, target, emitter),
  size: (node) => ({ fixed: integerTraits(node.type).size, code: [] }),
  write(node, value, emitter) {
    const { size } = integerTraits(node.type);
    return [...writeInteger(node.type, value, 'offset', emitter.path, emitter), `offset += ${size};`];
  },
};

/** Statements that check and write an integer of a value at an offset. */
export function writeInteger(
  type: IntegerType,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): Code {
  return [setInteger(type, at, checkedInteger(type, value, at, path, emitter))];
}
