import type { NumberElement } from '@bytewright/schema-dsl/ir';
import { numberLayout, typedArrayOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { quote } from '../names.js';
import { littleEndianArgument } from './byte-order.js';
import { numberLabel } from './integer.js';

/** Code that reads numbers, which are known to be there, without moving. */
export function readNumbers(
  element: NumberElement,
  from: string,
  count: string,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  if (target === undefined) return [];
  const read = emitter.imports.runtime(`read${typedArrayOf(element).name}`);
  const order = littleEndianArgument(numberLayout(element).byteOrder, emitter);
  return [call(`const ${target} = `, read, ['bytes', from, count, order])];
}

/** Code that moves behind so many numbers. */
export function advance(element: NumberElement, count: string): string {
  const { size } = numberLayout(element);
  const bytes =
    size === 1 ? count : /^\d+$/.test(count) ? String(Number(count) * size) : `${count} * ${size}`;
  return `offset += ${bytes};`;
}

/** How many numbers lie between an offset and where the reader stands. */
export function passed(element: NumberElement, start: string): string {
  const { size } = numberLayout(element);
  return size === 1 ? `offset - ${start}` : `(offset - ${start}) / ${size}`;
}

/** Code that reads numbers up to an offset, where the last one has to end. */
export function readNumbersTo(
  stop: string,
  element: NumberElement,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const { size } = numberLayout(element);
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
            quote(numberLabel(element.type, size)),
            `${left} % ${size}`,
          ]),
        ],
  );
  return [
    `const ${left} = Math.max(0, ${stop} - offset);`,
    ...(size === 1
      ? [`const ${count} = ${left};`]
      : [`const ${count} = Math.floor(${left} / ${size});`, ...incomplete]),
    ...readNumbers(element, 'offset', count, target, emitter),
    advance(element, count),
  ];
}
