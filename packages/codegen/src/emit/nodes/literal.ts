import type { BitsNode, Constant, LiteralNode } from '@bytewright/schema-dsl/ir';
import { constantValue, sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { described, encodeFailure, need, wrongConstant } from '../failures.js';
import { quote } from '../names.js';
import { fieldStart } from './bit-place.js';
import { closeRun, openRun, readBits } from './bits.js';
import { emitMatch, emitRead, emitType, emitWrite } from './index.js';
import { getInteger, numberLabel, setInteger } from './integer.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing } from './node-emitter.js';
import { writeConstantBits } from './write-bits.js';

export const literal: NodeEmitter<LiteralNode> = {
  type: (node, emitter) => typeOfConstant(node.value) ?? emitType(node.node, emitter),
  read(node, target, emitter) {
    if (node.node.kind === 'bits') return readConstantBits(node.node, node.value, emitter);
    if (node.node.kind !== 'integer') return readOther(node, target, emitter);
    const { min: size } = sizeBounds(node.node, emitter.structs);
    const constant = emitConstant(node.value, true);
    const found = getInteger(node.node, 'offset', emitter);
    return [
      ...need(String(size), quote(numberLabel(node.node.type, size)), emitter),
      ...block(`if (${found} !== ${constant})`, wrongConstant('offset', constant, found, emitter)),
      `offset += ${size};`,
      ...kept(node, target, constant),
    ];
  },
  match: (node, target, emitter) => literal.read(node, target, emitter),
  size: (node, _, emitter) => ({ fixed: sizeBounds(node, emitter.structs).min, code: [] }),
  write(node, value, emitter) {
    const check = isNothing(value) ? [] : agree(node, value, emitter);
    if (node.node.kind === 'bits')
      return [...writeConstantBits(node.node, bitsOf(node.value), emitter), ...closeRun(node.node)];
    if (node.node.kind !== 'integer')
      return [...check, ...emitWrite(node.node, emitConstant(node.value), emitter)];
    const { min: size } = sizeBounds(node.node, emitter.structs);
    return [
      ...check,
      setInteger(node.node, 'offset', emitConstant(node.value, true), emitter),
      `offset += ${size};`,
    ];
  },
};

/** The type that only this constant has, as an alternative that is one shows it; `undefined` where there is none. */
function typeOfConstant(constant: Constant): string | undefined {
  const value = constantValue(constant);
  const hasOwnType = typeof value === 'number' ? Number.isFinite(value) : !(value instanceof Uint8Array);
  return hasOwnType ? emitConstant(constant, Number.isInteger(value)) : undefined;
}

/** An alternative or an element that is a constant is in the value, and could be another one there. */
function agree(node: LiteralNode, value: string, emitter: FunctionEmitter): Code {
  const constant = emitConstant(node.value, true);
  const isBytes = constantValue(node.value) instanceof Uint8Array;
  const content = freshName(emitter, emitter.hint);
  const differs = isBytes
    ? `!(${content} instanceof Uint8Array && ${emitter.imports.runtime('equalBytes')}(${content}, ${constant}))`
    : differsFrom(node.value, content, constant);
  return [
    `const ${content}: unknown = ${value};`,
    ...block(
      `if (${differs})`,
      encodeFailure('mismatch', 'offset', described(constant, emitter), described(content, emitter), emitter),
    ),
  ];
}

/** The condition under which something is not the constant. -0 is another number than 0: it is written as other bytes. */
function differsFrom(value: Constant, found: string, constant: string): string {
  return value === 0 ? `!Object.is(${found}, ${constant})` : `${found} !== ${constant}`;
}

/** A bit field: only ever a field of a struct, so that nobody wants its value. */
function readConstantBits(node: BitsNode, constant: Constant, emitter: FunctionEmitter): Code {
  const found = freshName(emitter, emitter.hint);
  const expected = emitConstant(constant, true);
  const differs =
    typeof constant === 'boolean' ? `${constant ? '!' : ''}${found}` : `${found} !== ${expected}`;
  return [
    ...openRun(node, emitter),
    `const ${found} = ${readBits(node, emitter)};`,
    ...block(`if (${differs})`, wrongConstant(fieldStart(node), expected, found, emitter)),
    ...closeRun(node),
  ];
}

/** A constant of a bit field as a number; checked when it was lowered. */
function bitsOf(constant: Constant): bigint {
  return BigInt(constantValue(constant) as number | bigint | boolean);
}

/** Bytes and text: read as they are, then compared. */
function readOther(node: LiteralNode, target: string | undefined, emitter: FunctionEmitter): Code {
  const type = typeOfConstant(node.value);
  const isFound = target !== undefined && type === undefined;
  const found = isFound ? target : freshName(emitter, `${emitter.hint}Found`);
  const start = freshName(emitter, `${emitter.hint}Start`);
  const emit = emitter.direction === 'match' ? emitMatch : emitRead;
  const constant = emitConstant(node.value);
  const differs =
    constantValue(node.value) instanceof Uint8Array
      ? `!${emitter.imports.runtime('equalBytes')}(${found}, ${constant})`
      : node.node.kind === 'float'
        ? differsFrom(node.value, found, constant)
        : `${found} !== ${constant}`;
  return [
    `const ${start} = offset;`,
    ...emit(node.node, found, { ...emitter, hint: `${emitter.hint}Found` }),
    ...block(`if (${differs})`, wrongConstant(start, constant, found, emitter)),
    ...(isFound ? [] : kept(node, target, constant)),
  ];
}

/** Declares the constant as what was read; with its type, which would become a wider one in an object otherwise. */
function kept(node: LiteralNode, target: string | undefined, constant: string): Code {
  if (target === undefined) return [];
  const type = typeOfConstant(node.value);
  return [`const ${target}${type === undefined ? '' : `: ${type}`} = ${constant};`];
}
