import { byteCount } from '@bytewright/runtime/codec';
import type { IntegerNode } from '@bytewright/schema-dsl/ir';
import { integerTraits } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { decodeFailure, described, need } from '../failures.js';
import { quote } from '../names.js';
import type { RuntimeName } from '../runtime-names.js';
import { littleEndianArgument } from './byte-order.js';
import type { NodeEmitter } from './node-emitter.js';

/** How a number type is named in errors: with its size. */
export function numberLabel(type: string, size: number): string {
  return `${type} (${byteCount(size)})`;
}

/** Expression that reads an integer at an offset: `view.getUint32(offset + 1)`. NaN where a number does not hold it. */
export function getInteger(node: IntegerNode, at: string, emitter: FunctionEmitter): string {
  const { size, signed, isWide, bigint, byteOrder } = integerTraits(node);
  if (size === 8 && !bigint) {
    const get = emitter.imports.runtime(signed ? 'getSafeInt64' : 'getSafeUint64');
    return `${get}(view, ${at}, ${littleEndianArgument(byteOrder, emitter)})`;
  }
  const raw = getRawInteger(node, at, emitter);
  return isWide && !bigint ? `${emitter.imports.runtime('safeNumber')}(${raw})` : raw;
}

/** The same as the wire has it: a bigint where the type is wide. */
function getRawInteger(node: IntegerNode, at: string, emitter: FunctionEmitter): string {
  const { size, signed, isWide, byteOrder } = integerTraits(node);
  const order = littleEndianArgument(byteOrder, emitter);
  const method = methodOf(node);
  if (method !== undefined) return `view.get${method}(${order === 'false' ? at : `${at}, ${order}`})`;
  const get = `get${isWide ? 'Big' : ''}${signed ? 'Int' : 'Uint'}` as const;
  return `${emitter.imports.runtime(get)}(view, ${at}, ${size}, ${order})`;
}

/** Statement that writes an integer that is in range. */
export function setInteger(node: IntegerNode, at: string, value: string, emitter: FunctionEmitter): string {
  const { size, isWide, bigint, byteOrder } = integerTraits(node);
  const order = littleEndianArgument(byteOrder, emitter);
  if (size === 8 && !bigint)
    return call('', emitter.imports.runtime('setSafeInt64'), ['view', at, value, order]);
  const written = isWide && !bigint ? `BigInt(${value})` : value;
  const method = methodOf(node);
  if (method !== undefined)
    return call('', `view.set${method}`, [at, written, ...(order === 'false' ? [] : [order])]);
  const set = emitter.imports.runtime(isWide ? 'setBigInt' : 'setInt');
  return call('', set, ['view', at, String(size), written, order]);
}

/** What `DataView` calls the type, if it has it. */
function methodOf(node: IntegerNode): string | undefined {
  const { size, signed } = integerTraits(node);
  if (![1, 2, 4, 8].includes(size)) return undefined;
  return `${size === 8 ? 'Big' : ''}${signed ? 'Int' : 'Uint'}${8 * size}`;
}

/** Types that the runtime has a check for, which is called as they are. */
const SHORT = [
  'u8',
  'i8',
  'u16be',
  'u16le',
  'i16be',
  'i16le',
  'u32be',
  'u32le',
  'i32be',
  'i32le',
  'u64be',
  'u64le',
  'i64be',
  'i64le',
  'u16',
  'i16',
  'u32',
  'i32',
  'u64',
  'i64',
] as const;

const isOneOf = <T extends string>(text: string, texts: readonly T[]): text is T =>
  (texts as readonly string[]).includes(text);

/** Expression that checks an integer of a value and gives it back. */
export function checkedInteger(
  node: IntegerNode,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): string {
  const { bigint, isWide, min, max } = integerTraits(node);
  if (isOneOf(node.type, SHORT) && bigint === isWide)
    return `${emitter.imports.runtime(node.type)}(${value}, ${at}, ${quote(path)})`;
  const check = emitter.imports.runtime(bigint ? 'checkBigint' : 'checkInteger');
  return `${check}(${value}, ${bound(min, bigint)}, ${bound(max, bigint)}, ${at}, ${quote(path)}, ${quote(node.type)})`;
}

/** A limit of a range as TypeScript. */
export function bound(value: bigint, bigint: boolean): string {
  const magnitude = value < 0n ? -value : value;
  const digits = magnitude > 255n ? `0x${magnitude.toString(16)}` : String(magnitude);
  return `${value < 0n ? '-' : ''}${digits}${bigint ? 'n' : ''}`;
}

/** Whether reading can fail on a value that is there: the type is wider than the numbers that the schema asks for. */
export function isNarrowed(node: IntegerNode): boolean {
  const { isWide, bigint } = integerTraits(node);
  return isWide && !bigint;
}

export const integer: NodeEmitter<IntegerNode> = {
  type: (node) => (integerTraits(node).bigint ? 'bigint' : 'number'),
  read(node, target, emitter) {
    const { size } = integerTraits(node);
    const name = target ?? (isNarrowed(node) ? freshName(emitter, emitter.hint) : undefined);
    return [
      ...need(String(size), quote(numberLabel(node.type, size)), emitter),
      ...(name === undefined ? [] : [`const ${name} = ${getInteger(node, 'offset', emitter)};`]),
      ...(name === undefined ? [] : refuseUnsafe(node, name, emitter)),
      `offset += ${size};`,
    ];
  },
  match: (node, target, emitter) => integer.read(node, target, emitter),
  size: (node) => ({ fixed: integerTraits(node).size, code: [] }),
  write(node, value, emitter) {
    const { size } = integerTraits(node);
    return [...writeInteger(node, value, 'offset', emitter.path, emitter), `offset += ${size};`];
  },
};

/** Code that refuses what a number would not hold exactly, once the integer has been read into a variable. */
export function refuseUnsafe(node: IntegerNode, name: string, emitter: FunctionEmitter): Code {
  if (!isNarrowed(node)) return [];
  const expected = quote(`${node.type} that a number holds exactly`);
  const found = described(getRawInteger(node, 'offset', emitter), emitter);
  return block(
    `if (Number.isNaN(${name}))`,
    decodeFailure('invalid-value', 'offset', expected, found, emitter),
  );
}

/** Functions that check and write an integer of a type at once, as far as the runtime has one. */
const WRITERS: Partial<Record<IntegerNode['type'], RuntimeName>> = {
  u64: 'writeU64',
  u64be: 'writeU64be',
  u64le: 'writeU64le',
  i64: 'writeI64',
  i64be: 'writeI64be',
  i64le: 'writeI64le',
};

/** Statements that check and write an integer of a value at an offset. */
export function writeInteger(
  node: IntegerNode,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): Code {
  const { bigint, byteOrder } = integerTraits(node);
  const write = bigint ? WRITERS[node.type] : undefined;
  if (write !== undefined) {
    const order = byteOrder === undefined ? [littleEndianArgument(byteOrder, emitter)] : [];
    return [call('', emitter.imports.runtime(write), ['view', at, value, quote(path), ...order])];
  }
  return [setInteger(node, at, checkedInteger(node, value, at, path, emitter), emitter)];
}
