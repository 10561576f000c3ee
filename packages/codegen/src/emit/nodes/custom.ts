import type { CustomNode } from '@bytewright/schema-dsl/ir';
import { customExpectation, isCharged } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { importExternal } from '../external-names.js';
import { decodeFailure, encodeFailure, errorOffset, farFailure, need } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

export const custom: NodeEmitter<CustomNode> = {
  type: (node, emitter) =>
    `${emitter.imports.runtimeType('CustomValue')}<typeof ${importExternal(node.codec, emitter)}>`,

  read(node, target, emitter) {
    const reading = freshName(emitter, `${emitter.hint}Reading`);
    const codec = importExternal(node.codec, emitter);
    const expected = quote(customExpectation(node, 'reads'));
    const args = [codec, 'bytes', 'offset', emitter.end, ...limitsOf(node)];
    const refuse = isCharged(node, emitter.structs)
      ? farFailure('invalid-value', 'offset', expected, reading, emitter.end, emitter)
      : decodeFailure('invalid-value', 'offset', expected, reading, emitter);
    return [
      ...(node.min > 0 ? need(String(node.min), expected, emitter) : []),
      call(`const ${reading} = `, emitter.imports.runtime('customAt'), args),
      ...block(`if (typeof ${reading} === 'string')`, refuse),
      ...(target === undefined ? [] : [`const ${target} = ${reading}.value;`]),
      `offset += ${reading}.byteLength;`,
    ];
  },

  match: (node, target, emitter) => custom.read(node, target, emitter),

  size(node, value, emitter) {
    const { made, code } = encoded(node, value, emitter);
    return { fixed: 0, code: [...code, `size += ${made}.length;`] };
  },

  write(node, value, emitter) {
    const { made, code } = encoded(node, value, emitter);
    const write = emitter.imports.runtime('writeBytes');
    return [...code, call('offset = ', write, ['output', made, 'offset', quote(emitter.path)])];
  },
};

/** Code that declares what the codec writes for a value. */
function encoded(
  node: CustomNode,
  value: string,
  emitter: FunctionEmitter,
): { readonly made: string; readonly code: Code } {
  const made = freshName(emitter, `${emitter.hint}Bytes`);
  const args = [importExternal(node.codec, emitter), value, ...limitsOf(node)];
  const expected = quote(customExpectation(node, 'writes'));
  return {
    made,
    code: [
      call(`const ${made} = `, emitter.imports.runtime('customBytes'), args),
      ...block(
        `if (typeof ${made} === 'string')`,
        encodeFailure('invalid-value', errorOffset(emitter), expected, made, emitter),
      ),
    ],
  };
}

/** The arguments that say what the codec may do. */
function limitsOf({ min, max, type }: CustomNode): readonly string[] {
  const most = max === undefined ? 'Number.POSITIVE_INFINITY' : String(max);
  return [String(min), most, ...(type === undefined ? [] : [quote(type)])];
}
