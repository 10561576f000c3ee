import type { BitsNode } from '@bytewright/schema-dsl/ir';
import { bitFieldOf, bitsTraits, coveringBytes, fixedBits } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { quote } from '../names.js';
import { requireEntry } from '../require-entry.js';
import { fieldStart, hexadecimal, plus } from './bit-place.js';
import { bound } from './integer.js';

/** Fields of a run that fill whole bytes together, and none of which does so with fewer. */
interface Group {
  readonly first: BitsNode;
  /** Those of them that are not constants. */
  readonly variables: readonly BitsNode[];
  /** The bits of the constants. */
  readonly constant: bigint;
  /** Where its bytes are from the beginning of the run, and how many. */
  readonly offset: number;
  readonly size: number;
  /** Bits of the run's word below the group. */
  readonly shift: number;
  readonly littleEndian: boolean;
}

/** What JavaScript's operators on bits can hold. */
const SMALL = 4;

/** Code that checks and writes a field of the value. */
export function writeBitField(node: BitsNode, value: string, emitter: FunctionEmitter): Code {
  const group = groupOf(node, emitter);
  const { code, operand } = checkedOperand(node, value, emitter);
  if (group.size > SMALL)
    return [...code, addBits(node, node.type === 'boolean' ? `${operand} ? 1 : 0` : operand, emitter)];
  const shift = node.shift - group.shift;
  if (group.variables.length === 1 && group.constant === 0n && group.size !== 3)
    return [...code, ...setBytes(group, placed(node, operand, shift, group), '')];
  const isFirst = group.variables[0] === node;
  const name = isFirst ? nameWord(group, emitter) : requireEntry(emitter.bitWords, group.first);
  const declared = isFirst ? [`let ${name} = ${hexadecimal(group.constant)};`] : [];
  const add =
    node.type === 'boolean'
      ? [...declared, ...block(`if (${operand})`, [`${name} |= ${hexadecimal(1n << BigInt(shift))};`])]
      : isFirst && group.constant === 0n
        ? [declaredBy(group, name, placed(node, operand, shift, group))]
        : [...declared, `${name} |= ${placed(node, operand, shift, group)};`];
  return [...code, ...add, ...(group.variables.at(-1) === node ? setBytes(group, name, name) : [])];
}

/** Code that writes a constant, which is known to fit: what stands in one group with fields is written with those. */
export function writeConstantBits(node: BitsNode, value: bigint, emitter: FunctionEmitter): Code {
  const group = groupOf(node, emitter);
  if (group.size > SMALL) {
    const text = bitsTraits(node).bigint ? `${value}n` : String(value);
    return value === 0n ? [] : [addBits(node, text, emitter)];
  }
  if (group.variables.length > 0 || group.first !== node) return [];
  return setBytes(group, hexadecimal(group.constant), hexadecimal(group.constant));
}

/** Expression that checks a value and gives it back. */
export function checkedBits(
  node: BitsNode,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): string {
  const { callee, args } = checkCall(node, value, at, path, emitter);
  return `${callee}(${args.join(', ')})`;
}

function checkCall(
  node: BitsNode,
  value: string,
  at: string,
  path: string,
  { imports }: FunctionEmitter,
): { readonly callee: string; readonly args: readonly string[] } {
  if (node.type === 'boolean')
    return { callee: imports.runtime('checkBoolean'), args: [value, at, quote(path)] };
  const { bigint, min, max, label } = bitsTraits(node);
  const limits = [min, max].map((limit) => bound(limit, bigint));
  return {
    callee: imports.runtime(bigint ? 'checkBigint' : 'checkInteger'),
    args: [value, ...limits, at, quote(path), quote(label)],
  };
}

/** Longer checks get a line of their own. */
const LONGEST_OPERAND = 75;

function checkedOperand(
  node: BitsNode,
  value: string,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly operand: string } {
  const at = fieldStart(node);
  const text = checkedBits(node, value, at, emitter.path, emitter);
  if (text.length <= LONGEST_OPERAND) return { code: [], operand: text };
  const name = freshName(emitter, emitter.hint);
  const { callee, args } = checkCall(node, value, at, emitter.path, emitter);
  return { code: [call(`const ${name} = `, callee, args)], operand: name };
}

/** The group of a field: back and forth to where fields meet at the edge of a byte. */
function groupOf(node: BitsNode, { struct }: FunctionEmitter): Group {
  const fields = struct.fields.map((field) => bitFieldOf(field.node));
  let from = fields.indexOf(node);
  let to = from;
  while ((fields[from]?.position ?? 0) % 8 !== 0) from--;
  while (endOf(fields[to]) % 8 !== 0) to++;
  const members = struct.fields.slice(from, to + 1);
  const own = fields.slice(from, to + 1).filter((field) => field !== undefined);
  const [first = node] = own;
  const shift = Math.min(...own.map((field) => field.shift));
  return {
    first,
    variables: members.flatMap((field) =>
      field.visibility === 'constant' ? [] : (bitFieldOf(field.node) ?? []),
    ),
    constant: fixedBits(members).value >> BigInt(shift),
    offset: Math.min(...own.map((field) => coveringBytes(field).offset)),
    size: own.reduce((sum, field) => sum + field.width, 0) / 8,
    shift,
    littleEndian: node.word.littleEndian,
  };
}

const endOf = (field: BitsNode | undefined): number =>
  field === undefined ? 0 : field.position + field.width;

/** A field's value at its place in the word of its group. */
function placed(node: BitsNode, operand: string, shift: number, { size }: Group): string {
  if (node.type === 'boolean') return `${operand} ? ${hexadecimal(1n << BigInt(shift))} : 0`;
  // the bits of a negative number go on for ever, unless the bytes end with the field
  const isCut = node.type === 'signed' && shift + node.width < 8 * size;
  const bits = isCut ? `(${operand} & ${hexadecimal((1n << BigInt(node.width)) - 1n)})` : operand;
  const text = shift === 0 ? bits : `${bits} << ${shift}`;
  return shift === 0 && isCut ? text.slice(1, -1) : text;
}

function nameWord(group: Group, emitter: FunctionEmitter): string {
  const name = freshName(emitter, `${emitter.hint}Bits`);
  emitter.bitWords.set(group.first, name);
  return name;
}

function declaredBy(group: Group, name: string, value: string): string {
  return `${group.variables.length === 1 ? 'const' : 'let'} ${name} = ${value};`;
}

/** Statements that write a group's bytes; `name` is the variable that holds them, where they are written in two steps. */
function setBytes({ offset, size, littleEndian }: Group, word: string, name: string): Code {
  const order = littleEndian && size > 1 ? ['true'] : [];
  if (size !== 3) return [call('', `view.setUint${8 * size}`, [plus(offset), word, ...order])];
  const third = plus(offset + 2);
  return littleEndian
    ? [
        `view.setUint16(${plus(offset)}, ${name} & 0xffff, true);`,
        `view.setUint8(${third}, (${name} >> 16) & 0xff);`,
      ]
    : [
        `view.setUint16(${plus(offset)}, (${name} >> 8) & 0xffff);`,
        `view.setUint8(${third}, ${name} & 0xff);`,
      ];
}

/** A statement that adds a field's bits to bytes that are too many for operators on bits. */
function addBits(node: BitsNode, operand: string, { imports }: FunctionEmitter): ReturnType<typeof call> {
  const { offset, size, shift } = coveringBytes(node);
  const write = imports.runtime(node.word.littleEndian ? 'writeBitsLe' : 'writeBitsBe');
  return call('', write, ['view', plus(offset), String(size), String(shift), String(node.width), operand]);
}
