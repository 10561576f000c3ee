import { byteCount } from '@bytewright/runtime';
import type { IntegerType, ListNode, NodeIR } from '@bytewright/schema-dsl/ir';
import { integerTraits, sizeBounds, typedArrayOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { need, within } from '../failures.js';
import { quote } from '../names.js';
import { emitCount } from './extent.js';
import { emitMatch, emitRead, emitType } from './index.js';
import { integerLabel } from './integer.js';
import { attempt, matcherOf } from './matcher.js';

/** The emitter for an element: its path is put together by the loop around it. */
export function elementEmitter(emitter: FunctionEmitter): FunctionEmitter {
  return { ...emitter, path: '', hint: `${emitter.hint}Item` };
}

/** Code that reads a list, or tries it ahead. */
export function readList(node: ListNode, target: string | undefined, emitter: FunctionEmitter): Code {
  const { extent } = node;
  if (extent.kind === 'sentinel') return readToSentinel(node, target, emitter);
  if (extent.kind === 'end') return readToEnd(node, extent.reserve, target, emitter);
  const { size: count, code } =
    extent.kind === 'fixed' ? { size: String(extent.size), code: [] } : emitCount(extent, 'Count', emitter);
  return [...code, ...readCounted(node, count, target, emitter)];
}

function readCounted(
  node: ListNode,
  count: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const { element } = node;
  const { min } = sizeBounds(element, emitter.structs);
  const least =
    min === 0
      ? undefined
      : min === 1
        ? count
        : /^\d+$/.test(count)
          ? String(Number(count) * min)
          : `${count} * ${min}`;
  const isKnown = (text: string): boolean => /^\d+$/.test(text);
  const bytes =
    least === undefined || isKnown(least)
      ? byteCount(Number(least))
      : `\${${emitter.imports.runtime('byteCount')}(${least})}`;
  const words = `a list of ${isKnown(count) ? count : `\${${count}}`} (at least ${bytes})`;
  const label = words.includes('${') ? `\`${words}\`` : quote(words);
  const room = least === undefined || least === '0' ? [] : need(least, label, emitter);
  if (element.kind === 'integer') return [...room, ...readIntegers(element.type, count, target, emitter)];
  const counted =
    emitter.direction === 'match'
      ? []
      : [call('', emitter.imports.runtime('takeElements'), ['input', count, 'offset', quote(emitter.path)])];
  const index = internalName(emitter, 'index');
  const items = target ?? freshName(emitter, emitter.hint);
  const item = internalName(emitter, 'item');
  const loop = block(
    `for (${emitter.direction === 'match' ? `let ${index} = 0` : ''}; ${index} < ${count}; ${index}++)`,
    elementCode(element, items, item, target, emitter),
  );
  return [
    ...room,
    ...counted,
    ...declareItems(node, items, target, emitter),
    ...(emitter.direction === 'match'
      ? loop
      : [`let ${index} = 0;`, ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter)]),
  ];
}

function declareItems(
  node: ListNode,
  items: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  if (target === undefined && emitter.direction === 'match') return [];
  const type =
    node.element.kind === 'integer' ? `${emitType(node.element, emitter)}[]` : emitType(node, emitter);
  return [declaration(`const ${items}`, type, ' = [];')];
}

function elementCode(
  element: NodeIR,
  items: string,
  item: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const inner = elementEmitter(emitter);
  if (emitter.direction === 'match') {
    return [
      ...emitMatch(element, target === undefined ? undefined : item, inner),
      ...(target === undefined ? [] : [`${items}.push(${item});`]),
    ];
  }
  return [...emitRead(element, item, inner), `${items}.push(${item});`];
}

function readIntegers(
  type: IntegerType,
  count: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const { size, littleEndian } = integerTraits(type);
  const array = typedArrayOf(type).name;
  const args = ['bytes', 'offset', count, String(littleEndian)];
  const advance =
    size === 1 ? count : /^\d+$/.test(count) ? String(Number(count) * size) : `${count} * ${size}`;
  return [
    ...(target === undefined
      ? []
      : [call(`const ${target} = `, emitter.imports.runtime(`read${array}`), args)]),
    `offset += ${advance};`,
  ];
}

function readToEnd(
  node: ListNode,
  reserve: number,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const { element } = node;
  const stop = reserve === 0 ? emitter.end : freshName(emitter, `${emitter.hint}End`);
  const bound = reserve === 0 ? [] : [`const ${stop} = ${emitter.end} - ${reserve};`];
  const inner = { ...emitter, end: stop };
  if (element.kind === 'integer') {
    const { size } = integerTraits(element.type);
    const left = freshName(emitter, `${emitter.hint}Size`);
    const count = freshName(emitter, `${emitter.hint}Count`);
    const incomplete = block(
      `if (${left} % ${size} !== 0)`,
      emitter.direction === 'match'
        ? ['return -1;']
        : [
            `const last = offset + ${count} * ${size};`,
            call('throw ', emitter.imports.runtime('unexpectedEnd'), [
              'last',
              `\`${emitter.path}[\${${count}}]\``,
              quote(integerLabel(element.type)),
              `${left} % ${size}`,
            ]),
          ],
    );
    return [
      ...bound,
      `const ${left} = Math.max(0, ${stop} - offset);`,
      ...(size === 1
        ? [`const ${count} = ${left};`]
        : [`const ${count} = Math.floor(${left} / ${size});`, ...incomplete]),
      ...readIntegers(element.type, count, target, emitter),
    ];
  }
  const items = target ?? freshName(emitter, emitter.hint);
  return [
    ...bound,
    ...declareItems(node, items, target, emitter),
    ...readWhile(`offset < ${stop}`, [], node, items, target, inner),
  ];
}

function readToSentinel(node: ListNode, target: string | undefined, emitter: FunctionEmitter): Code {
  if (node.extent.kind !== 'sentinel') return [];
  const { sentinel } = node.extent;
  const items = freshName(
    emitter,
    node.element.kind === 'integer' ? `${emitter.hint}Items` : (target ?? emitter.hint),
  );
  const isInteger = node.element.kind === 'integer';
  const list_ = isInteger ? items : (target ?? items);
  const stop = freshName(emitter, `${emitter.hint}End`);
  const counts = target !== undefined || emitter.direction === 'read';
  const { callee, args } = matcherOf(sentinel, emitter);
  const again = call(`${stop} = `, callee, ['bytes', 'view', 'offset', emitter.end, ...args]);
  const [first] = attempt(sentinel, stop, emitter);
  return [
    ...(counts ? declareItems(node, list_, target, emitter) : []),
    typeof first === 'object' && 'prefix' in first ? { ...first, prefix: `let ${stop} = ` } : '',
    ...readWhile(`${stop} < 0`, [again], node, list_, target, emitter),
    `offset = ${stop};`,
    ...(isInteger && target !== undefined
      ? [
          `const ${target} = ${typedArrayOf(node.element.kind === 'integer' ? node.element.type : 'u8').name}.from(${list_});`,
        ]
      : []),
  ];
}

function readWhile(
  condition: string,
  after: Code,
  node: ListNode,
  items: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const item = internalName(emitter, 'item');
  const counted =
    emitter.direction === 'match'
      ? []
      : [call('', emitter.imports.runtime('takeElements'), ['input', '1', 'offset', "''"])];
  const loop = block(`while (${condition})`, [
    ...counted,
    ...elementCode(node.element, items, item, target, emitter),
    ...after,
  ]);
  return emitter.direction === 'match'
    ? loop
    : within(`\`${emitter.path}[\${${items}.length}]\``, loop, emitter);
}
