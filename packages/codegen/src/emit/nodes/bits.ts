import { byteCount } from '@bytewright/runtime/codec';
import type { BitsNode, BitWord } from '@bytewright/schema-dsl/ir';
import { bitsTraits, coveringBytes, isFirstOfRun, isLastOfRun } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { need } from '../failures.js';
import { quote } from '../names.js';
import { hexadecimal, plus } from './bit-place.js';
import type { NodeEmitter } from './node-emitter.js';
import { writeBitField } from './write-bits.js';

export const bits: NodeEmitter<BitsNode> = {
  type: (node) => bitsTraits(node).scalar,
  read: (node, target, emitter) => [
    ...openRun(node, emitter),
    ...(target === undefined ? [] : [`const ${target} = ${readBits(node, emitter)};`]),
    ...closeRun(node),
  ],
  match: (node, target, emitter) => bits.read(node, target, emitter),
  size: (node) => ({ fixed: isLastOfRun(node) ? node.word.size : 0, code: [] }),
  write: (node, value, emitter) => [...writeBitField(node, value, emitter), ...closeRun(node)],
};

/** Code in front of a field: the first one checks that the bytes of the run are there. */
export function openRun(node: BitsNode, emitter: FunctionEmitter): Code {
  if (!isFirstOfRun(node)) return [];
  const { size } = node.word;
  return need(String(size), quote(`bit fields (${byteCount(size)})`), emitter);
}

/** Code behind a field: the last one moves behind the run. */
export function closeRun(node: BitsNode): Code {
  return isLastOfRun(node) ? [`offset += ${node.word.size};`] : [];
}

/** Expression for a field's value. It reads the bytes that hold the field and no others. */
export function readBits(node: BitsNode, { imports }: FunctionEmitter): string {
  const { type, width, word } = node;
  const covering = coveringBytes(node);
  const { size, shift } = covering;
  const at = plus(covering.offset);
  if (size > 4) {
    const read = imports.runtime(word.littleEndian ? 'readBitsLe' : 'readBitsBe');
    const found = `${read}(view, ${at}, ${size}, ${shift}, ${width})`;
    const value = type === 'signed' ? `BigInt.asIntN(${width}, ${found})` : found;
    return bitsTraits(node).bigint ? value : `Number(${value})`;
  }
  const bytes = readBytes(covering.offset, size, word.littleEndian);
  if (type === 'boolean') return `(${bytes} & ${hexadecimal(1n << BigInt(shift))}) !== 0`;
  const above = 8 * size - shift - width;
  if (type === 'signed') return readSigned(bytes, covering, width, word);
  const shifted = shift === 0 ? bytes : `${bytes} ${size === 4 ? '>>>' : '>>'} ${shift}`;
  if (above === 0) return size === 3 && shift === 0 ? bytes.slice(1, -1) : shifted;
  return `${shift === 0 ? shifted : `(${shifted})`} & ${hexadecimal((1n << BigInt(width)) - 1n)}`;
}

/** Moves the sign to where JavaScript's own is, and back. */
function readSigned(
  bytes: string,
  { offset, size, shift }: ReturnType<typeof coveringBytes>,
  width: number,
  { littleEndian }: BitWord,
): string {
  if (width === 8 * size && size !== 3)
    return `view.getInt${width}(${plus(offset)}${size > 1 && littleEndian ? ', true' : ''})`;
  const up = 32 - shift - width;
  return `${up === 0 ? bytes : `(${bytes} << ${up})`} >> ${32 - width}`;
}

/** Expression that reads up to four bytes as one number. */
function readBytes(offset: number, size: number, littleEndian: boolean): string {
  const order = littleEndian ? ', true' : '';
  switch (size) {
    case 1:
      return `view.getUint8(${plus(offset)})`;
    case 2:
      return `view.getUint16(${plus(offset)}${order})`;
    case 3: {
      const third = `view.getUint8(${plus(offset + 2)})`;
      const two = readBytes(offset, 2, littleEndian);
      return littleEndian ? `(${two} | (${third} << 16))` : `((${two} << 8) | ${third})`;
    }
    default:
      return `view.getUint32(${plus(offset)}${order})`;
  }
}
