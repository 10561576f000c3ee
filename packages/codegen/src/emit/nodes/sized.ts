import type { NodeIR, SizedNode } from '@bytewright/schema-dsl/ir';
import { sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { fieldSize } from '../expressions/field-size.js';
import { failing } from '../failures.js';
import { quote } from '../names.js';
import { emitByteExtent, emitWriteExtent, prefixSize } from './extent.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';

export const sized: NodeEmitter<SizedNode> = {
  type: (node, emitter) => emitType(node.node, emitter),
  read: (node, target, emitter) => inRegion(node, target, emitter, emitRead),
  match: (node, target, emitter) => inRegion(node, target, emitter, emitMatch),
  size(node, value, emitter) {
    const { fixed, code } = emitSize(node.node, value, emitter);
    const measured = code.length === 0 ? String(fixed) : freshName(emitter, `${emitter.hint}Size`);
    const prefix = prefixSize(node.size, measured, emitter);
    if (prefix.code.length === 0) return { fixed: fixed + prefix.fixed, code };
    const measure = [`let ${measured} = ${fixed};`, ...renameSize(code, measured)];
    return { fixed: 0, code: [...measure, ...prefix.code, `size += ${measured};`] };
  },
  write(node, value, emitter) {
    const field = emitter.struct.fields.find((candidate) => candidate.node === node);
    const kept =
      field === undefined || node.size.kind !== 'expression' ? undefined : emitter.sizes.get(field.name);
    const size = kept ?? freshName(emitter, `${emitter.hint}Size`);
    const outer = freshName(emitter, 'outerEnd');
    return [
      ...(kept === undefined ? measureRegion(node, value, size, emitter) : []),
      ...emitWriteExtent(node.size, size, emitter),
      `const ${outer} = output.end;`,
      `output.end = offset + ${size};`,
      ...emitWrite(node.node, value, { ...emitter, outerEnd: emitter.outerEnd ?? outer }),
      `output.end = ${outer};`,
    ];
  },
};

/** Code that puts the size of the region's content into a variable. */
function measureRegion(node: SizedNode, value: string, size: string, emitter: FunctionEmitter): Code {
  const bounds = sizeBounds(node.node, emitter.structs);
  const field = emitter.struct.fields.find((candidate) => candidate.node === node);
  if (field !== undefined && node.size.kind === 'expression' && bounds.min < bounds.max)
    return [`const ${size} = ${fieldSize(field.name, emitter)};`];
  return measure(node.node, value, size, emitter);
}

/** Code that puts the size of a value into a variable. */
export function measure(node: NodeIR, value: string, size: string, emitter: FunctionEmitter): Code {
  const { min, max } = sizeBounds(node, emitter.structs);
  if (min === max) return [`const ${size} = ${min};`];
  const { fixed, code } = emitSize(node, value, emitter);
  return [`let ${size} = ${fixed};`, ...renameSize(code, size)];
}

function inRegion(
  node: SizedNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  const { size, code } = emitByteExtent(node.size, emitter);
  const end = freshName(emitter, `${emitter.hint}End`);
  const left = `${end} - offset`;
  const filled = block(
    `if (offset !== ${end})`,
    failing(emitter, [
      call('throw ', emitter.imports.runtime('trailingBytes'), [
        'offset',
        quote(emitter.path),
        "'the end of the region'",
        left,
      ]),
    ]),
  );
  return [
    ...code,
    `const ${end} = offset + ${size};`,
    ...emit(node.node, target, { ...emitter, end }),
    // what changes the bytes of a region takes all of it
    ...(node.node.kind === 'processed' ? [] : filled),
  ];
}

/** Size code adds to `size`; here it adds to a variable of another name. */
function renameSize(code: Code, name: string): Code {
  return code.map((part) => {
    if (typeof part === 'string') return part.replace(/^size \+=/, `${name} +=`);
    return { body: renameSize(part.body, name) };
  });
}
