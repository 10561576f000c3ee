import { byteCount } from '@bytewright/runtime';
import type { IntegerType, ListNode, NodeIR } from '@bytewright/schema-dsl/ir';
import { areDisjoint, firstBytes, integerTraits, sizeBounds, typedArrayOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { errorOffset, need, within } from '../failures.js';
import { quote } from '../names.js';
import {
  emitCount,
  emitDecision,
  emitWriteExtent,
  emitWritePrefix,
  prefixSize,
  requireLength,
} from './extent.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import { integerLabel } from './integer.js';
import { attempt, matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';

export const list: NodeEmitter<ListNode> = {
  type(node, emitter) {
    if (node.element.kind === 'integer') return typedArrayOf(node.element.type).name;
    const element = emitType(node.element, emitter);
    return /^\w+$/.test(element) ? `${element}[]` : `(${element})[]`;
  },

  read(node, target, emitter) {
    const { extent } = node;
    if (extent.kind === 'sentinel') return readToSentinel(node, target, emitter);
    if (extent.kind === 'end') return readToEnd(node, extent.reserve, target, emitter);
    const { size: count, code } =
      extent.kind === 'fixed' ? { size: String(extent.size), code: [] } : emitCount(extent, 'Count', emitter);
    return [...code, ...readCounted(node, count, target, emitter)];
  },

  match: (node, target, emitter) => list.read(node, target, emitter),

  size(node, value, emitter) {
    const { element, extent } = node;
    const sentinel =
      extent.kind === 'sentinel' ? emitSize(extent.sentinel, '{}', emitter) : { fixed: 0, code: [] };
    const fixed = prefixSize(extent) + sentinel.fixed;
    if (element.kind === 'integer') {
      const { size } = integerTraits(element.type);
      if (extent.kind === 'fixed') return { fixed: fixed + extent.size * size, code: [] };
      const check = emitter.imports.runtime('checkTypedArray');
      const args = [value, quote(typedArrayOf(element.type).name), errorOffset(emitter), quote(emitter.path)];
      return {
        fixed,
        code: [
          call('size += ', check, args, size === 1 ? '.length;' : `.length * ${size};`),
          ...sentinel.code,
        ],
      };
    }
    const items = freshName(emitter, emitter.hint);
    const item = internalName(emitter, 'item');
    const inner = emitSize(element, item, elementEmitter(emitter));
    const add = inner.fixed === 0 ? [] : [`size += ${inner.fixed};`];
    const all: Code =
      inner.code.length > 0
        ? eachItem(items, item, [...add, ...inner.code], emitter)
        : inner.fixed > 0
          ? [`size += ${items}.length * ${inner.fixed};`]
          : [];
    return {
      fixed,
      code: [
        call(all.length === 0 ? '' : `const ${items} = `, emitter.imports.runtime('checkList'), [
          value,
          errorOffset(emitter),
          quote(emitter.path),
        ]),
        ...all,
        ...sentinel.code,
      ],
    };
  },

  write(node, value, emitter) {
    const { element, extent } = node;
    const items = freshName(emitter, emitter.hint);
    const sentinel = extent.kind === 'sentinel' ? extent.sentinel : undefined;
    const check =
      element.kind === 'integer'
        ? call(`const ${items} = `, emitter.imports.runtime('checkTypedArray'), [
            value,
            quote(typedArrayOf(element.type).name),
            'offset',
            quote(emitter.path),
          ])
        : call(`const ${items} = `, emitter.imports.runtime('checkList'), [
            value,
            'offset',
            quote(emitter.path),
          ]);
    const length = `${items}.length`;
    const before =
      extent.kind === 'prefix'
        ? emitWritePrefix(extent.prefix.type, length, emitter)
        : extent.kind === 'fixed'
          ? requireLength(String(extent.size), length, emitter)
          : extent.kind === 'expression'
            ? emitWriteExtent(extent, length, emitter)
            : [];
    return [
      check,
      ...before,
      ...writeItems(node, items, emitter),
      ...(sentinel === undefined ? [] : emitWrite(sentinel, '{}', emitter)),
    ];
  },
};

function elementEmitter(emitter: FunctionEmitter): FunctionEmitter {
  return { ...emitter, path: '', hint: `${emitter.hint}Item` };
}

/** A loop over a list's elements, each in the variable `item`; errors name the element by its index. */
function eachItem(items: string, item: string, body: Code, emitter: FunctionEmitter): Code {
  const index = internalName(emitter, 'index');
  const loop = block(`for (const ${item} of ${items})`, [...body, `${index}++;`]);
  return [`let ${index} = 0;`, ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter)];
}

function writeItems(node: ListNode, items: string, emitter: FunctionEmitter): Code {
  const { element, extent } = node;
  const sentinel = extent.kind === 'sentinel' ? extent.sentinel : undefined;
  const mayClash =
    sentinel !== undefined &&
    !areDisjoint(firstBytes(sentinel, emitter.structs), firstBytes(element, emitter.structs));
  if (element.kind === 'integer' && !mayClash) {
    const { littleEndian } = integerTraits(element.type);
    return [
      call('offset = ', emitter.imports.runtime('writeNumberArray'), [
        'output',
        items,
        String(littleEndian),
        'offset',
        quote(emitter.path),
      ]),
    ];
  }
  const inner = elementEmitter(emitter);
  const at = freshName(emitter, 'elementStart');
  const item = internalName(emitter, 'item');
  const decision = sentinel === undefined || !mayClash ? [] : noSentinel(sentinel, at, inner);
  return eachItem(items, item, [...decision, ...emitWrite(element, item, inner)], emitter);
}

function noSentinel(sentinel: NodeIR, at: string, emitter: FunctionEmitter): Code {
  const region = freshName(emitter, 'regionEnd');
  const { callee, args } = matcherOf(sentinel, emitter);
  return [
    `const ${at} = offset;`,
    `const ${region} = output.end;`,
    ...emitDecision(
      at,
      [call('return ', callee, ['finished', 'finishedView', at, region, ...args], ' < 0;')],
      emitter,
    ),
  ];
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
