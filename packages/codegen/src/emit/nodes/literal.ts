import type { LiteralNode } from '@bytewright/schema-dsl/ir';
import { constantValue, sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-expression.js';
import { decodeFailure, described, need } from '../failures.js';
import { quote } from '../names.js';
import { emitRead, emitSize, emitType, emitWrite } from './index.js';
import { getInteger, integerLabel, setInteger } from './integer.js';
import type { NodeEmitter } from './node-emitter.js';

export const literal: NodeEmitter<LiteralNode> = {
  type: (node, emitter) => emitType(node.node, emitter),
  read(node, _, emitter) {
    if (node.node.kind !== 'integer') return readOther(node, emitter);
    const { min: size } = sizeBounds(node.node, emitter.structs);
    const constant = emitConstant(node.value, true);
    const found = getInteger(node.node.type, 'offset');
    return [
      ...need(String(size), quote(integerLabel(node.node.type)), emitter),
      ...block(
        `if (${found} !== ${constant})`,
        decodeFailure(
          'wrong-constant',
          'offset',
          described(constant, emitter),
          described(found, emitter),
          emitter,
        ),
      ),
      `offset += ${size};`,
    ];
  },
  match: (node, target, emitter) => literal.read(node, target, emitter),
  size: (node, _, emitter) => {
    const { kind } = node.node;
    if (kind === 'integer') return emitSize(node.node, '', emitter);
    const { min, max } = sizeBounds(node.node, emitter.structs);
    return min === max ? { fixed: min, code: [] } : emitSize(node.node, emitConstant(node.value), emitter);
  },
  write(node, _, emitter) {
    if (node.node.kind !== 'integer') return emitWrite(node.node, emitConstant(node.value), emitter);
    const { min: size } = sizeBounds(node.node, emitter.structs);
    return [setInteger(node.node.type, 'offset', emitConstant(node.value, true)), `offset += ${size};`];
  },
};

/** Bytes and text: read as they are, then compared. */
function readOther(node: LiteralNode, emitter: FunctionEmitter): Code {
  const found = freshName(emitter, `${emitter.hint}Found`);
  const start = freshName(emitter, `${emitter.hint}Start`);
  const constant = emitConstant(node.value);
  const differs =
    constantValue(node.value) instanceof Uint8Array
      ? `!${emitter.imports.runtime('equalBytes')}(${found}, ${constant})`
      : `${found} !== ${constant}`;
  return [
    `const ${start} = offset;`,
    ...emitRead(node.node, found, { ...emitter, hint: `${emitter.hint}Found` }),
    ...block(
      `if (${differs})`,
      decodeFailure(
        'wrong-constant',
        start,
        described(constant, emitter),
        described(found, emitter),
        emitter,
      ),
    ),
  ];
}
