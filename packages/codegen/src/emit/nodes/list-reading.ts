import { byteCount } from '@bytewright/runtime/codec';
import type { LastExtent, ListNode, NodeIR, NumberElement, WhileExtent } from '@bytewright/schema-dsl/ir';
import { isNumberElement, numberLayout, sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitCondition } from '../expressions/emit-expression.js';
import { need, within } from '../failures.js';
import { quote } from '../names.js';
import { emitCount } from './count.js';
import { emitMatch, emitRead, emitType } from './index.js';
import { numberLabel } from './integer.js';
import { advance, passed, readNumbers, readNumbersTo } from './list-numbers.js';
import { conditionalMatcher, matcherOf } from './matcher.js';
import { passableSize } from './passable-size.js';
import type { StructElement } from './struct-element.js';
import { elementCall, structElement } from './struct-element.js';

/** The emitter for an element: its path is put together by the loop around it. */
export function elementEmitter(emitter: FunctionEmitter): FunctionEmitter {
  return { ...emitter, path: '', hint: `${emitter.hint}Item` };
}

/** Code that reads a list, or tries it ahead. */
export function readList(node: ListNode, target: string | undefined, emitter: FunctionEmitter): Code {
  const { extent } = node;
  if (extent.kind === 'sentinel') return readToSentinel(node, target, emitter);
  if (extent.kind === 'last') return readUpToLast(node, extent, target, emitter);
  if (extent.kind === 'while') return readAsLongAs(node, extent, target, emitter);
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
  if (isNumberElement(element))
    return [...room, ...readNumbers(element, 'offset', count, target, emitter), advance(element, count)];
  const counted =
    emitter.direction === 'match'
      ? []
      : [
          call('', emitter.imports.runtime('takeElements'), ['input', count, 'offset', quote(emitter.path)]),
          ...(min === 0
            ? [
                call('', emitter.imports.runtime('takeEmptyElements'), [
                  'input',
                  count,
                  'offset',
                  quote(emitter.path),
                ]),
              ]
            : []),
        ];
  const items = target ?? freshName(emitter, emitter.hint);
  const struct = emitter.direction === 'match' ? undefined : structElement(element, emitter);
  if (struct !== undefined && min > 0) {
    const args = ['input', count, String(min), quote(emitter.path)];
    return [
      'input.offset = offset;',
      call('', emitter.imports.runtime('startList'), args),
      ...readStructs(`${items}.length < ${count}`, [], struct, node, items, emitter),
    ];
  }
  const passed =
    target === undefined && emitter.direction === 'match'
      ? passableSize(element, emitter.structs)
      : undefined;
  if (passed !== undefined && least !== undefined) return [...room, `offset += ${least};`];
  const index = internalName(emitter, 'index');
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

/** Code that reads structs one after the other, from where the input stands on: no offset is handed over in between. */
function readStructs(
  condition: string,
  before: Code,
  struct: StructElement,
  node: ListNode,
  items: string,
  emitter: FunctionEmitter,
): Code {
  const push = `${items}.push(${elementCall('read', struct, ['input'])});`;
  const loop = block(`while (${condition})`, [...before, push]);
  return [
    declaration(`const ${items}`, emitType(node, emitter), ' = [];'),
    ...within(`\`${emitter.path}[\${${items}.length}]\``, loop, emitter),
    'offset = input.offset;',
  ];
}

function declareItems(
  node: ListNode,
  items: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  if (target === undefined && emitter.direction === 'match') return [];
  return [declaration(`const ${items}`, emitType(node, emitter), ' = [];')];
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
  if (isNumberElement(element)) return [...bound, ...readNumbersTo(stop, element, target, emitter)];
  const items = target ?? freshName(emitter, emitter.hint);
  const struct = emitter.direction === 'match' ? undefined : structElement(element, inner);
  if (struct !== undefined) {
    const counted = countElement(emitter, 'input.offset');
    const reading = readStructs(`input.offset < ${stop}`, [counted], struct, node, items, emitter);
    return [...bound, 'input.offset = offset;', ...reading];
  }
  return [
    ...bound,
    ...declareItems(node, items, target, emitter),
    ...readWhile(`offset < ${stop}`, [], node, items, target, inner),
  ];
}

function readToSentinel(node: ListNode, target: string | undefined, emitter: FunctionEmitter): Code {
  if (node.extent.kind !== 'sentinel') return [];
  const { element } = node;
  const { sentinel } = node.extent;
  const items = target ?? freshName(emitter, emitter.hint);
  const stop = freshName(emitter, `${emitter.hint}End`);
  const counts = target !== undefined || emitter.direction === 'read';
  const { callee, args } = matcherOf(sentinel, emitter);
  const again = call(`${stop} = `, callee, ['bytes', 'view', 'offset', emitter.end, ...args]);
  const first = call(`let ${stop} = `, callee, ['bytes', 'view', 'offset', emitter.end, ...args]);
  if (isNumberElement(element)) {
    const start = freshName(emitter, `${emitter.hint}Start`);
    const count = passed(element, start);
    return [
      `const ${start} = offset;`,
      first,
      ...passWhile(`${stop} < 0`, element, count, [again], emitter),
      ...readNumbers(element, start, count, target, emitter),
      `offset = ${stop};`,
    ];
  }
  return [
    ...(counts ? declareItems(node, items, target, emitter) : []),
    first,
    ...readWhile(`${stop} < 0`, [again], node, items, target, emitter),
    `offset = ${stop};`,
  ];
}

/** Code that passes over numbers whose end is not known before; they are read all at once behind it. */
function passWhile(
  condition: string,
  element: NumberElement,
  count: string,
  after: Code,
  emitter: FunctionEmitter,
): Code {
  const { size } = numberLayout(element);
  const room = need(String(size), quote(numberLabel(element.type, size)), elementEmitter(emitter));
  const counted = emitter.direction === 'match' ? [] : [countElement(emitter)];
  const loop = block(`while (${condition})`, [...counted, ...room, `offset += ${size};`, ...after]);
  return emitter.direction === 'match' ? loop : within(`\`${emitter.path}[\${${count}}]\``, loop, emitter);
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
  const counted = emitter.direction === 'match' ? [] : [countElement(emitter)];
  const loop = block(`while (${condition})`, [
    ...counted,
    ...elementCode(node.element, items, item, target, emitter),
    ...after,
  ]);
  return emitter.direction === 'match'
    ? loop
    : within(`\`${emitter.path}[\${${items}.length}]\``, loop, emitter);
}

/** Reads elements up to the first one that fulfils a condition. */
function readUpToLast(
  node: ListNode,
  { holds }: LastExtent,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const { element } = node;
  const isAhead = emitter.direction === 'match';
  const items = target ?? freshName(emitter, emitter.hint);
  const start = isNumberElement(element) ? freshName(emitter, `${emitter.hint}Start`) : undefined;
  const item = internalName(emitter, 'item');
  const inner = elementEmitter(emitter);
  const isKept = start === undefined && !(isAhead && target === undefined);
  const loop = block('for (;;)', [
    ...(isAhead ? [] : [countElement(emitter)]),
    ...(isAhead ? emitMatch(element, item, inner) : emitRead(element, item, inner)),
    ...(isKept ? [`${items}.push(${item});`] : []),
    ...block(`if (${emitCondition(holds, { ...emitter, element: item, elementNode: element })})`, ['break;']),
  ]);
  const count = isNumberElement(element) && start !== undefined ? passed(element, start) : `${items}.length`;
  return [
    ...(start === undefined ? declareItems(node, items, target, emitter) : [`const ${start} = offset;`]),
    ...(isAhead ? loop : within(`\`${emitter.path}[\${${count}}]\``, loop, emitter)),
    ...(isNumberElement(element) && start !== undefined
      ? readNumbers(element, start, count, target, emitter)
      : []),
  ];
}

/** Reads elements as long as something is ahead. */
function readAsLongAs(
  node: ListNode,
  { ahead, holds }: WhileExtent,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const { element } = node;
  const { callee, args } = conditionalMatcher(ahead, holds, emitter);
  const goesOnAt = (at: string): string =>
    `${callee}(${['bytes', 'view', at, emitter.end, ...args].join(', ')}) >= 0`;
  const goesOn = goesOnAt('offset');
  if (isNumberElement(element)) {
    const start = freshName(emitter, `${emitter.hint}Start`);
    const count = passed(element, start);
    return [
      `const ${start} = offset;`,
      ...passWhile(goesOn, element, count, [], emitter),
      ...readNumbers(element, start, count, target, emitter),
    ];
  }
  const items = target ?? freshName(emitter, emitter.hint);
  const struct = emitter.direction === 'match' ? undefined : structElement(element, emitter);
  if (struct !== undefined) {
    const counted = countElement(emitter, 'input.offset');
    const reading = readStructs(goesOnAt('input.offset'), [counted], struct, node, items, emitter);
    return ['input.offset = offset;', ...reading];
  }
  return [
    ...declareItems(node, items, target, emitter),
    ...readWhile(goesOn, [], node, items, target, emitter),
  ];
}

function countElement(emitter: FunctionEmitter, at = 'offset'): string {
  return call('', emitter.imports.runtime('takeElements'), ['input', '1', at, "''"]);
}
