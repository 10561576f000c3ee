import type { LastExtent, ListNode, NodeIR, NumberElement, WhileExtent } from '@bytewright/schema-dsl/ir';
import {
  areDisjoint,
  endingText,
  firstBytes,
  isNumberElement,
  numberLayout,
  sizeBounds,
  typedArrayOf,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, splitAlternatives } from '../code.js';
import { constantSize } from '../constant-size.js';
import { describedOperands } from '../described-operands.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitOperand } from '../expressions/emit-expression.js';
import { encodeFailure, errorOffset, within } from '../failures.js';
import { looksAhead } from '../looks-ahead.js';
import { quote } from '../names.js';
import { littleEndianArgument } from './byte-order.js';
import { emitPrefixedSize, emitWriteExtent, emitWritePrefix, prefixSize } from './extent.js';
import { emitSize, emitType, emitWrite } from './index.js';
import { elementEmitter, readList } from './list-reading.js';
import type { Matcher } from './matcher.js';
import { conditionalMatcher, matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';
import { requireLength } from './require-length.js';
import { elementCall, structElement } from './struct-element.js';

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
      const { fixed, code } = emitPrefixedSize(extent, `${check}(${args.join(', ')}).length`, size, emitter);
      return { fixed: fixed + sentinel.fixed, code: [...code, ...sentinel.code] };
    }
    const each = constantElement(element, emitter);
    if (each !== undefined && prefixSize(extent, 'size', emitter).code.length === 0) {
      const args = [value, quote(emitter.path), String(each)];
      return {
        fixed: prefixSize(extent, 'size', emitter).fixed + sentinel.fixed,
        code: [call('size += ', emitter.imports.runtime('sizeOfFixedList'), args), ...sentinel.code],
      };
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
      ...(extent.kind === 'last' ? requireElements(extent, items, emitter) : []),
      ...(sizeBounds(element, emitter.structs).min === 0
        ? [
            call('', emitter.imports.runtime('writeEmptyElements'), [
              'output',
              length,
              'offset',
              quote(emitter.path),
            ]),
          ]
        : []),
      ...inRegion(node, writeItems(node, items, emitter), emitter),
      ...(sentinel === undefined ? [] : emitWrite(sentinel, '{}', emitter)),
      ...(extent.kind === 'while' ? decideEnd(extent, emitter) : []),
    ];
  },
};

/** The bytes of each element, where it is a struct of which nothing is looked at before it is written. */
function constantElement(element: NodeIR, emitter: FunctionEmitter): number | undefined {
  if (element.kind === 'bind') return constantElement(element.node, emitter);
  if (element.kind !== 'struct' || emitter.direction !== 'size') return undefined;
  return constantSize(element, emitter.structs);
}

/** A loop over a list's elements, each in the variable `item`; errors name the element by its index. */
function eachItem(
  items: string,
  item: string,
  body: Code,
  emitter: FunctionEmitter,
  index: string = internalName(emitter, 'index'),
): Code {
  const loop = block(`for (const ${item} of ${items})`, [...body, `${index}++;`]);
  return [`let ${index} = 0;`, ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter)];
}

/** Code for elements that look ahead: a decoder does not see the fields behind the list that it leaves room for. */
function inRegion({ element, extent }: ListNode, code: Code, emitter: FunctionEmitter): Code {
  const reserve = extent.kind === 'end' ? extent.reserve : 0;
  if (reserve === 0 || !looksAhead(element, emitter.structs)) return code;
  return [`output.end -= ${reserve};`, ...code, `output.end += ${reserve};`];
}

function writeItems(node: ListNode, items: string, emitter: FunctionEmitter): Code {
  const { element, extent } = node;
  const isDecided = extent.kind === 'while' || mayBeginLike(node, emitter);
  if (isNumberElement(element)) {
    const { byteOrder } = numberLayout(element);
    return [
      ...(isDecided || extent.kind === 'last' ? eachNumber(node, element, items, emitter) : []),
      call('offset = ', emitter.imports.runtime(`write${typedArrayOf(element).name}`), [
        'output',
        items,
        littleEndianArgument(byteOrder, emitter),
        'offset',
        quote(emitter.path),
      ]),
    ];
  }
  const inner = elementEmitter(emitter);
  const start = freshName(emitter, 'elementStart');
  const item = internalName(emitter, 'item');
  if (extent.kind === 'last') {
    const index = internalName(emitter, 'index');
    const body = [
      `const ${start} = offset;`,
      ...emitWrite(element, item, inner),
      ...requireEnding(extent, element, item, `${index} === ${items}.length - 1`, start, inner),
    ];
    return eachItem(items, item, body, emitter, index);
  }
  const struct = structElement(element, inner);
  const place = struct === undefined ? 'offset' : 'output.offset';
  const decision = isDecided ? decideElement(node, place, emitter) : [];
  if (struct !== undefined) {
    const write = `${elementCall('write', struct, ['output', item])};`;
    return [
      'output.offset = offset;',
      ...eachItem(items, item, [...decision, write], emitter),
      'offset = output.offset;',
    ];
  }
  return eachItem(items, item, [...decision, ...emitWrite(element, item, inner)], emitter);
}

/** Code that looks at each number where it will lie, before they are written all at once. */
function eachNumber(node: ListNode, element: NumberElement, items: string, emitter: FunctionEmitter): Code {
  const { extent } = node;
  const { size } = numberLayout(element);
  const index = internalName(emitter, 'index');
  const at = freshName(emitter, 'elementStart');
  const declared = `const ${at} = offset + ${size === 1 ? index : `${index} * ${size}`};`;
  if (extent.kind === 'last') {
    const item = internalName(emitter, 'item');
    const isLast = `${index} === ${items}.length - 1`;
    const body = [declared, ...requireEnding(extent, element, item, isLast, at, elementEmitter(emitter))];
    return eachItem(items, item, body, emitter, index);
  }
  const loop = block(`for (; ${index} < ${items}.length; ${index}++)`, [
    declared,
    ...decideElement(node, at, emitter),
  ]);
  return [`let ${index} = 0;`, ...within(`\`${emitter.path}[\${${index}}]\``, loop, emitter)];
}

/** Whether an element may begin like the sentinel, so that one byte does not tell the two apart. */
function mayBeginLike({ element, extent }: ListNode, { structs }: FunctionEmitter): boolean {
  return (
    extent.kind === 'sentinel' &&
    !areDisjoint(firstBytes(extent.sentinel, structs), firstBytes(element, structs))
  );
}

/** Code that records what a decoder will decide in front of an element: that the list goes on. */
function decideElement({ extent }: ListNode, at: string, emitter: FunctionEmitter): Code {
  const inner = elementEmitter(emitter);
  if (extent.kind === 'sentinel') return decideAhead(matcherOf(extent.sentinel, inner), false, at, inner);
  // what is ahead belongs to the list, not to its elements
  if (extent.kind !== 'while') return [];
  const outer = { ...inner, hint: emitter.hint };
  return decideAhead(conditionalMatcher(extent.ahead, extent.holds, outer), true, at, outer);
}

/** Code that records behind the last element that the list does not go on. */
function decideEnd(extent: WhileExtent, emitter: FunctionEmitter): Code {
  return decideAhead(conditionalMatcher(extent.ahead, extent.holds, emitter), false, 'offset', emitter);
}

function decideAhead(
  { callee, args }: Matcher,
  matches: boolean,
  at: string,
  emitter: FunctionEmitter,
): Code {
  const ahead = ['finished', 'finishedView', 'at', 'end'];
  const match =
    args.length === 0 ? callee : `(${ahead.join(', ')}) => ${callee}(${[...ahead, ...args].join(', ')})`;
  const all = ['output', quote(emitter.path), at, String(matches), match];
  return [call('', emitter.imports.runtime('decideMatch'), all)];
}

/** Code that refuses a list without the element that ends it. */
function requireElements(extent: LastExtent, items: string, emitter: FunctionEmitter): Code {
  const expected = quote(endingText(extent, true));
  const failure = encodeFailure('mismatch', 'offset', expected, "'no elements'", emitter);
  return block(`if (${items}.length === 0)`, failure);
}

/** Code that checks that the last element ends the list, and no other one does. */
function requireEnding(
  extent: LastExtent,
  node: NodeIR,
  item: string,
  isLast: string,
  start: string,
  emitter: FunctionEmitter,
): Code {
  const last = internalName(emitter, 'isLast');
  const inner = { ...emitter, element: item, elementNode: node };
  const ends = emitOperand(extent.holds, inner, 'ne');
  const failure = encodeFailure(
    'mismatch',
    start,
    `${last} ? ${quote(endingText(extent, true))} : ${quote(endingText(extent, false))}`,
    describedOperands(extent.holds, undefined, inner),
    emitter,
  );
  return [`const ${last} = ${isLast};`, ...block(`if (${ends} !== ${last})`, failure)];
}
