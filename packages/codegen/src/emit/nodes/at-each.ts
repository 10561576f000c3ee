import type { AtEachNode, NodeIR } from '@bytewright/schema-dsl/ir';
import { nodeOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitCondition, emitExpression } from '../expressions/emit-expression.js';
import { described, encodeFailure, within } from '../failures.js';
import { quote, singular } from '../names.js';
import { readPosition, refuseToMatch, writePosition } from './at.js';
import { emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { agree } from './optional.js';

export const atEach: NodeEmitter<AtEachNode> = {
  type(node, emitter) {
    const item = itemType(node, emitter);
    return /^\w+$/.test(item) ? `${item}[]` : `(${item})[]`;
  },

  read(node, target, emitter) {
    const { imports, hint } = emitter;
    const list = emitExpression(node.each, emitter);
    const items = target ?? freshName(emitter, hint);
    const { index, element, inner } = elementOf(node, emitter);
    const item = internalName(emitter, 'item');
    const value = freshName(emitter, `${hint}Value`);
    const start = freshName(emitter, `${hint}Start`);
    const path = `\`${hint}[\${${index}}]\``;
    const placed: Code = [
      call(`const ${start} = `, ...readPosition(node, path, inner)),
      `offset = ${start};`,
      ...within(path, [...emitRead(node.node, value, inner), `${item} = ${value};`], emitter),
      call('', imports.runtime('cover'), ['coverage', start, 'offset', quote(hint), index]),
    ];
    return [
      call('', imports.runtime('takeElements'), ['input', `${list}.length`, 'offset', quote(hint)]),
      declaration(`const ${items}`, atEach.type(node, emitter), ' = [];'),
      `let ${index} = 0;`,
      ...block(`for (const ${element} of ${list})`, [
        declaration(`let ${item}`, itemType(node, emitter)),
        ...(node.when === undefined ? placed : block(`if (${emitCondition(node.when, inner)})`, placed)),
        `${items}.push(${item});`,
        `${index}++;`,
      ]),
    ];
  },

  match: refuseToMatch,

  size: () => ({ fixed: 0, code: [] }),

  write(node, value, emitter) {
    const { index, element, inner } = elementOf(node, emitter);
    const item = internalName(emitter, 'item');
    const items = freshName(emitter, emitter.hint);
    const placed: Code = [
      call('offset = ', ...writePosition(node, "''", inner)),
      ...emitWrite(node.node, item, inner),
    ];
    const loop = block(`for (const ${item} of ${items})`, [
      ...declareElement(node, element, index, emitter),
      ...(node.when === undefined
        ? placed
        : [...agree(node.when, item, inner), ...block(`if (${item} !== undefined)`, placed)]),
      `${index}++;`,
    ]);
    return [
      call(`const ${items} = `, emitter.imports.runtime('checkList'), [value, 'offset', quote(emitter.path)]),
      `let ${index} = 0;`,
      ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter),
    ];
  },
};

/** Code that notes where the nodes lie. */
export function placeEach(node: AtEachNode, value: string, emitter: FunctionEmitter): Code {
  const { imports, hint } = emitter;
  const { index, element, inner } = elementOf(node, emitter);
  const item = internalName(emitter, 'item');
  const items = freshName(emitter, hint);
  const { fixed, code } = emitSize(node.node, item, inner);
  const offset = emitExpression(node.offset, inner);
  const count = `${emitExpression(node.each, emitter)}.length`;
  const sized = code.length === 0 ? String(fixed) : 'size';
  const placed: Code = [
    ...(code.length === 0 ? [] : [`size = ${fixed};`, ...within(`\`${hint}[\${${index}}]\``, code, emitter)]),
    call('', imports.runtime('coverPart'), ['coverage', offset, sized, quote(hint), index]),
  ];
  return [
    call(`const ${items} = `, imports.runtime('checkList'), [value, 'undefined', quote(hint)]),
    ...block(
      `if (${items}.length !== ${count})`,
      encodeFailure(
        'wrong-length',
        'undefined',
        `\`length \${${described(count, emitter)}}\``,
        `\`length \${${described(`${items}.length`, emitter)}}\``,
        emitter,
      ),
    ),
    `let ${index} = 0;`,
    // nodes that are all as large need not be looked at
    ...(code.length === 0 && node.when === undefined
      ? block(`for (const ${element} of ${emitExpression(node.each, emitter)})`, [...placed, `${index}++;`])
      : block(`for (const ${item} of ${items})`, [
          ...declareElement(node, element, index, emitter),
          ...(node.when === undefined ? placed : block(`if (${item} !== undefined)`, placed)),
          `${index}++;`,
        ])),
  ];
}

function itemType(node: AtEachNode, emitter: Parameters<typeof emitType>[1]): string {
  const item = emitType(node.node, emitter);
  return node.when === undefined ? item : `${item} | undefined`;
}

/** Names for a loop over the elements, and the emitter for what belongs to one. */
function elementOf(
  node: AtEachNode,
  emitter: FunctionEmitter,
): { readonly index: string; readonly element: string; readonly inner: FunctionEmitter } {
  const element = freshName(emitter, singular(node.each.path.at(-1) ?? ''));
  const index = internalName(emitter, 'index');
  const list = nodeOf(node.each, emitter)?.node;
  const elementNode = list?.kind === 'list' ? { elementNode: list.element } : {};
  return {
    index,
    element,
    inner: { ...emitter, path: '', element, ...elementNode, hint: `${emitter.hint}Item` },
  };
}

/** The element beside an item. There are as many of them, which has been seen when sizes were added up. */
function declareElement(node: AtEachNode, element: string, index: string, emitter: FunctionEmitter): Code {
  const list = emitExpression(node.each, emitter);
  return [`const ${element} = ${list}[${index}] as ${elementType(node, emitter)}; // there is one for each`];
}

function elementType(node: AtEachNode, emitter: FunctionEmitter): string {
  const [name] = node.each.path;
  const list = listIn(emitter.struct.fields.find((field) => field.name === name)?.node);
  return list === undefined ? 'unknown' : emitType(list, emitter);
}

function listIn(node: NodeIR | undefined): NodeIR | undefined {
  switch (node?.kind) {
    case 'list':
      return node.element;
    case 'bind':
    case 'sized':
    case 'at':
    case 'tail':
      return listIn(node.node);
    default:
      return undefined;
  }
}
