import type { ListNode, NodeIR, NumberElement } from '@bytewright/schema-dsl/ir';
import {
  areDisjoint,
  firstBytes,
  isNumberElement,
  numberLayout,
  typedArrayOf,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, splitAlternatives, usesName } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { errorOffset, within } from '../failures.js';
import { quote } from '../names.js';
import { littleEndianArgument } from './byte-order.js';
import {
  emitDecision,
  emitPrefixedSize,
  emitWriteExtent,
  emitWritePrefix,
  prefixSize,
  requireLength,
} from './extent.js';
import { emitSize, emitType, emitWrite } from './index.js';
import { elementEmitter, readList } from './list-reading.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';

export const list: NodeEmitter<ListNode> = {
  type(node, emitter) {
    if (isNumberElement(node.element)) return typedArrayOf(node.element).name;
    const element = emitType(node.element, emitter);
    const isOne =
      /^\w+$/.test(element) || (element.startsWith('{') && splitAlternatives(element).length === 1);
    return isOne ? `${element}[]` : `(${element})[]`;
  },

  read: readList,

  match: readList,

  size(node, value, emitter) {
    const { element, extent } = node;
    const sentinel =
      extent.kind === 'sentinel' ? emitSize(extent.sentinel, '{}', emitter) : { fixed: 0, code: [] };
    if (isNumberElement(element)) {
      const { size } = numberLayout(element);
      if (extent.kind === 'fixed') return { fixed: sentinel.fixed + extent.size * size, code: [] };
      const check = emitter.imports.runtime('checkTypedArray');
      const args = [value, quote(typedArrayOf(element).name), errorOffset(emitter), quote(emitter.path)];
      const { fixed, code } = emitPrefixedSize(extent, call('', check, args, '.length;'), size, emitter);
      return { fixed: fixed + sentinel.fixed, code: [...code, ...sentinel.code] };
    }
    const items = freshName(emitter, emitter.hint);
    const item = internalName(emitter, 'item');
    const inner = emitSize(element, item, elementEmitter(emitter));
    const prefix = prefixSize(extent, `${items}.length`, emitter);
    const add = inner.fixed === 0 ? [] : [`size += ${inner.fixed};`];
    const all: Code =
      inner.code.length > 0
        ? eachItem(items, item, [...add, ...inner.code], emitter)
        : inner.fixed > 0
          ? [inner.fixed === 1 ? `size += ${items}.length;` : `size += ${items}.length * ${inner.fixed};`]
          : [];
    return {
      fixed: prefix.fixed + sentinel.fixed,
      code: [
        call(
          all.length === 0 && prefix.code.length === 0 ? '' : `const ${items} = `,
          emitter.imports.runtime('checkList'),
          [value, errorOffset(emitter), quote(emitter.path)],
        ),
        ...prefix.code,
        ...all,
        ...sentinel.code,
      ],
    };
  },

  write(node, value, emitter) {
    const { element, extent } = node;
    const items = freshName(emitter, emitter.hint);
    const sentinel = extent.kind === 'sentinel' ? extent.sentinel : undefined;
    const check = isNumberElement(element)
      ? call(`const ${items} = `, emitter.imports.runtime('checkTypedArray'), [
          value,
          quote(typedArrayOf(element).name),
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
        ? emitWritePrefix(extent.prefix, length, emitter)
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

/** A loop over a list's elements, each in the variable `item`; errors name the element by its index. */
function eachItem(items: string, item: string, body: Code, emitter: FunctionEmitter): Code {
  const index = internalName(emitter, 'index');
  const loop = usesName(item, body)
    ? block(`for (const ${item} of ${items})`, [...body, `${index}++;`])
    : block(`for (; ${index} < ${items}.length; ${index}++)`, body);
  return [`let ${index} = 0;`, ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter)];
}

function writeItems(node: ListNode, items: string, emitter: FunctionEmitter): Code {
  const { element, extent } = node;
  const sentinel = extent.kind === 'sentinel' ? extent.sentinel : undefined;
  const mayClash =
    sentinel !== undefined &&
    !areDisjoint(firstBytes(sentinel, emitter.structs), firstBytes(element, emitter.structs));
  if (isNumberElement(element)) {
    const { byteOrder } = numberLayout(element);
    return [
      ...(sentinel === undefined || !mayClash ? [] : decideEach(sentinel, element, items, emitter)),
      call('offset = ', emitter.imports.runtime('writeNumberArray'), [
        'output',
        items,
        littleEndianArgument(byteOrder, emitter),
        'offset',
        quote(emitter.path),
      ]),
    ];
  }
  const inner = elementEmitter(emitter);
  const at = freshName(emitter, 'elementStart');
  const item = internalName(emitter, 'item');
  const decision =
    sentinel === undefined || !mayClash ? [] : [`const ${at} = offset;`, ...noSentinel(sentinel, at, inner)];
  return eachItem(items, item, [...decision, ...emitWrite(element, item, inner)], emitter);
}

/** Code that decides for each number, before they are written all at once, that it is no sentinel. */
function decideEach(sentinel: NodeIR, element: NumberElement, items: string, emitter: FunctionEmitter): Code {
  const { size } = numberLayout(element);
  const index = internalName(emitter, 'index');
  const at = freshName(emitter, 'elementStart');
  const step = size === 1 ? index : `${index} * ${size}`;
  const loop = block(`for (; ${index} < ${items}.length; ${index}++)`, [
    `const ${at} = offset + ${step};`,
    ...noSentinel(sentinel, at, elementEmitter(emitter)),
  ]);
  return [`let ${index} = 0;`, ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter)];
}

function noSentinel(sentinel: NodeIR, at: string, emitter: FunctionEmitter): Code {
  const region = freshName(emitter, 'regionEnd');
  const { callee, args } = matcherOf(sentinel, emitter);
  return [
    `const ${region} = output.end;`,
    ...emitDecision(
      at,
      [call('return ', callee, ['finished', 'finishedView', at, region, ...args], ' < 0;')],
      emitter,
    ),
  ];
}
