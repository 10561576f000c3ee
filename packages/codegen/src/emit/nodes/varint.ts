import type { VarintNode } from '@bytewright/schema-dsl/ir';
import { varintTraits } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { errorOffset, failing } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

export const varint: NodeEmitter<VarintNode> = {
  type(node) {
    const plain = varintTraits(node).bigint ? 'bigint' : 'number';
    return node.preserve ? `${plain} | { value: ${plain}; byteLength: number }` : plain;
  },
  read(node, target, emitter) {
    const { end, code, value } = findVarint(node, emitter);
    if (target === undefined) return [...code, `offset = ${end};`];
    const withPadding = emitter.imports.runtime('withPadding');
    const kept = node.preserve
      ? call(`const ${target} = `, withPadding, [value, `${end} - offset`, quote(node.encoding)])
      : `const ${target} = ${value};`;
    return [...code, kept, `offset = ${end};`];
  },
  match: (node, target, emitter) => varint.read(node, target, emitter),
  size(node, value, emitter) {
    if (varintTraits(node).maxSize === 1) return { fixed: 1, code: [] };
    const measure = emitter.imports.runtime(node.preserve ? 'paddedVarintSize' : 'checkedVarintSize');
    const args = [value, ...format(node), errorOffset(emitter), quote(emitter.path)];
    return { fixed: 0, code: [call('size += ', measure, args)] };
  },
  write(node, value, emitter) {
    const write = emitter.imports.runtime(node.preserve ? 'writePaddedVarint' : 'writeVarint');
    const args = ['output', value, ...format(node), 'offset', quote(emitter.path)];
    return [call('offset = ', write, args)];
  },
};

/** Code that finds the end of an integer that begins at `offset`; the offset stays, so that errors can name it. */
export function findVarint(
  node: VarintNode,
  emitter: FunctionEmitter,
): {
  /** The variable that holds the offset behind. */
  readonly end: string;
  readonly code: Code;
  /** The expression for the integer. */
  readonly value: string;
} {
  const { imports } = emitter;
  const end = freshName(emitter, `${emitter.hint}End`);
  const where = ['bytes', 'offset', emitter.end, ...format(node)];
  const read = imports.runtime(varintTraits(node).bigint ? 'bigVarintAt' : 'varintAt');
  return {
    end,
    code: [
      call(`const ${end} = `, imports.runtime('endOfVarint'), [...where, ...(node.preserve ? ['true'] : [])]),
      ...block(
        `if (${end} < 0)`,
        failing(emitter, [call('throw ', imports.runtime('invalidVarint'), [...where, quote(emitter.path)])]),
      ),
    ],
    value: `${read}(bytes, offset, ${end}, ${quote(node.encoding)})`,
  };
}

/** The arguments that say how an integer is written. */
export function format({ encoding, bits }: VarintNode): readonly string[] {
  return [quote(encoding), String(bits)];
}
