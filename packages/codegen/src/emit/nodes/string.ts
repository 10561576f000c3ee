import type { IntegerNode, StringNode } from '@bytewright/schema-dsl/ir';
import { integerTraits, isCharged } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { hexadecimal, quote } from '../names.js';
import type { CharacterClass } from '../struct/matched-by-class.js';
import {
  asksForSize,
  emitByteExtent,
  emitOwnSize,
  emitPrefixedSize,
  emitWriteContent,
  emitWritePrefix,
} from './extent.js';
import type { NodeEmitter } from './node-emitter.js';

export const string: NodeEmitter<StringNode> = {
  type: () => 'string',
  read(node, target, emitter) {
    const { size, whole, code } = emitByteExtent(node.extent, emitter);
    if (node.encoding === 'latin1')
      return [...code, ...anyText(target, size, emitter), `offset += ${whole};`];
    const isLarge = isCharged(node, emitter.structs);
    const text = emitter.imports.runtime(isLarge ? 'takeText' : 'decodeText');
    const args = ['offset', `offset + ${size}`, quote(node.encoding), quote(emitter.path)];
    const end = isLarge && whole !== size ? [`offset + ${whole}`] : [];
    const all = [isLarge ? 'input' : 'bytes', ...args, ...end];
    return [
      ...code,
      call(target === undefined ? '' : `const ${target} = `, text, all),
      `offset += ${whole};`,
    ];
  },
  match(node, target, emitter) {
    const { size, whole, code } = emitByteExtent(node.extent, emitter);
    if (node.encoding === 'latin1')
      return [...code, ...anyText(target, size, emitter), `offset += ${whole};`];
    const name = target ?? freshName(emitter, `${emitter.hint}Text`);
    const args = ['bytes', 'offset', `offset + ${size}`, quote(node.encoding)];
    return [
      ...code,
      call(`const ${name} = `, emitter.imports.runtime('textAt'), args),
      ...block(`if (${name} === undefined)`, ['return -1;']),
      `offset += ${whole};`,
    ];
  },
  size(node, value, emitter) {
    const own = emitOwnSize(node.extent, emitter);
    if (own !== undefined) return own;
    const args = [value, quote(node.encoding), quote(emitter.path)];
    return emitPrefixedSize(
      node.extent,
      `${emitter.imports.runtime('textSize')}(${args.join(', ')})`,
      1,
      emitter,
    );
  },
  write(node, value, emitter) {
    const { extent } = node;
    if (extent.kind === 'prefix' && extent.prefix.kind === 'integer')
      return writePrefixed(node, extent.prefix, value, emitter);
    const size = freshName(emitter, `${emitter.hint}Size`);
    const measure = [value, quote(node.encoding), quote(emitter.path), 'offset'];
    const write = call('offset = ', emitter.imports.runtime('writeText'), [
      'output',
      value,
      quote(node.encoding),
      'offset',
      quote(emitter.path),
    ]);
    const code = emitWriteContent(node.extent, size, [write], emitter);
    if (!asksForSize(node.extent, emitter)) return code; // writing checks the text by itself
    return [call(`const ${size} = `, emitter.imports.runtime('textSize'), measure), ...code];
  },
};

/** Code that writes a text behind room for its size, and then the size: so the text is gone through once. */
function writePrefixed(node: StringNode, prefix: IntegerNode, value: string, emitter: FunctionEmitter): Code {
  const { size: width } = integerTraits(prefix);
  const end = freshName(emitter, `${emitter.hint}End`);
  const args = ['output', value, quote(node.encoding), `offset + ${width}`, quote(emitter.path), 'offset'];
  return [
    call(`const ${end} = `, emitter.imports.runtime('writeText'), args),
    ...emitWritePrefix(prefix, `${end} - offset - ${width}`, emitter),
    `offset = ${end};`,
  ];
}

/** Code that moves behind a text in look-ahead of which nothing is wanted but what its characters are. */
export function matchClass(
  node: StringNode,
  { from, to, least }: CharacterClass,
  emitter: FunctionEmitter,
): Code {
  const { size, whole, code } = emitByteExtent(node.extent, emitter);
  const args = ['bytes', 'offset', `offset + ${size}`, hexadecimal(from), hexadecimal(to)];
  const isOther = `!${emitter.imports.runtime('isOfClass')}(${args.join(', ')})`;
  const condition = least === 0 ? isOther : `${size} === 0 || ${isOther}`;
  return [...code, ...block(`if (${condition})`, ['return -1;']), `offset += ${whole};`];
}

/** Code that takes text which any bytes are, where somebody wants it. */
function anyText(target: string | undefined, size: string, emitter: FunctionEmitter): Code {
  const args = ['bytes', 'offset', `offset + ${size}`];
  return target === undefined
    ? []
    : [call(`const ${target} = `, emitter.imports.runtime('latin1Text'), args)];
}
