import type { FloatNode } from '@bytewright/schema-dsl/ir';
import { floatTraits } from '@bytewright/schema-dsl/ir';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { decodeFailure, need } from '../failures.js';
import { quote } from '../names.js';
import type { RuntimeName } from '../runtime-names.js';
import { littleEndianArgument } from './byte-order.js';
import { numberLabel } from './integer.js';
import type { NodeEmitter } from './node-emitter.js';

/** Expression that reads a float at an offset; NaN for all NaNs. */
export function getFloat(node: FloatNode, at: string, emitter: FunctionEmitter): string {
  const { size, byteOrder } = floatTraits(node);
  const order = littleEndianArgument(byteOrder, emitter);
  if (size === 2) return `${emitter.imports.runtime('getFloat16')}(view, ${at}, ${order})`;
  return `view.getFloat${8 * size}(${order === 'false' ? at : `${at}, ${order}`})`;
}

/** Expression that checks a float of a value and gives it back. */
export function checkedFloat(
  node: FloatNode,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): string {
  const check = emitter.imports.runtime(node.preserve ? 'checkFloatOrNaN' : 'checkFloat');
  return `${check}(${value}, ${floatTraits(node).size}, ${at}, ${quote(path)}, ${quote(node.type)})`;
}

/** Functions that check and write a float of a type, as far as the runtime has one. */
const WRITERS: Partial<Record<FloatNode['type'], RuntimeName>> = {
  f32be: 'writeF32be',
  f32le: 'writeF32le',
  f64be: 'writeF64be',
  f64le: 'writeF64le',
};

export const float: NodeEmitter<FloatNode> = {
  type: (node, emitter) => (node.preserve ? `number | ${emitter.imports.runtimeType('NaNBits')}` : 'number'),
  read(node, target, emitter) {
    const { size, byteOrder } = floatTraits(node);
    const place = ['view', 'offset', String(size), littleEndianArgument(byteOrder, emitter)];
    const there = need(String(size), quote(numberLabel(node.type, size)), emitter);
    const read = getFloat(node, 'offset', emitter);
    if (node.preserve) {
      const keep = emitter.imports.runtime('keepNaN');
      const kept = target === undefined ? [] : [call(`const ${target} = `, keep, [read, ...place])];
      return [...there, ...kept, `offset += ${size};`];
    }
    const name = target ?? freshName(emitter, emitter.hint);
    const canonical = `${emitter.imports.runtime('isCanonicalNaN')}(${place.join(', ')})`;
    const found = `${emitter.imports.runtime('describeNaN')}(${place.join(', ')})`;
    const expected = quote(`${node.type}, of NaN the canonical one`);
    return [
      ...there,
      `const ${name} = ${read};`,
      ...block(
        `if (Number.isNaN(${name}) && !${canonical})`,
        decodeFailure('invalid-value', 'offset', expected, found, emitter),
      ),
      `offset += ${size};`,
    ];
  },
  match: (node, target, emitter) => float.read(node, target, emitter),
  size: (node) => ({ fixed: floatTraits(node).size, code: [] }),
  write(node, value, emitter) {
    const { size, byteOrder } = floatTraits(node);
    const write = node.preserve ? undefined : WRITERS[node.type];
    if (write !== undefined) {
      const args = ['view', 'offset', value, quote(emitter.path)];
      return [call('', emitter.imports.runtime(write), args), `offset += ${size};`];
    }
    const checked = checkedFloat(node, value, 'offset', emitter.path, emitter);
    const args = ['view', 'offset', String(size), checked, littleEndianArgument(byteOrder, emitter)];
    return [call('', emitter.imports.runtime('setFloat'), args), `offset += ${size};`];
  },
};
