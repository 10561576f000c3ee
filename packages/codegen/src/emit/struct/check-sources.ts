import type { EncodeSource, NodeIR } from '@bytewright/schema-dsl/ir';
import { encodeSources, isNumberElement, typedArrayOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { joined, within } from '../failures.js';
import { quote } from '../names.js';
import { numberOfMember } from '../nodes/enumeration.js';
import { checkFlags } from '../nodes/flags.js';
import { checkedFloat } from '../nodes/float.js';
import { checkedInteger } from '../nodes/integer.js';
import { format } from '../nodes/varint.js';
import { checkedBits } from '../nodes/write-bits.js';

/** Code that checks that what derived fields and parameters are computed from is of the right type. */
export function checkSources(emitter: FunctionEmitter): Code {
  return encodeSources(emitter.struct, emitter.structs).flatMap((source) =>
    checkSource(source, 'value', '', emitter),
  );
}

function checkSource(
  [step, ...rest]: EncodeSource,
  object: string,
  outer: string,
  emitter: FunctionEmitter,
): Code {
  if (step === undefined) return [];
  const part = `${object}.${step.name}`;
  const path = joined(outer, step.name);
  const check: Code =
    step.each !== undefined
      ? checkElements(step.each, step.name, part, path, emitter)
      : rest.length === 0
        ? checkPart(step.node, part, path, emitter)
        : [
            call('', emitter.imports.runtime('checkObject'), [part, 'undefined', quote(path)]),
            ...checkSource(rest, part, path, emitter),
          ];
  return step.isMaybeAbsent && check.length > 0 ? block(`if (${part} !== undefined)`, check) : check;
}

function checkElements(
  members: readonly EncodeSource[],
  name: string,
  list: string,
  path: string,
  emitter: FunctionEmitter,
): Code {
  const { imports } = emitter;
  const items = freshName(emitter, name);
  const [index, item] = [internalName(emitter, 'index'), internalName(emitter, 'item')];
  const loop = block(`for (const ${item} of ${items})`, [
    call('', imports.runtime('checkObject'), [item, 'undefined', "''"]),
    ...members.flatMap((member) => checkSource(member, item, '', emitter)),
    `${index}++;`,
  ]);
  return [
    call(`const ${items} = `, imports.runtime('checkList'), [list, 'undefined', quote(path)]),
    `let ${index} = 0;`,
    ...within(`\`${path}[\${${index}}]\``, loop, emitter),
  ];
}

function checkPart(node: NodeIR, value: string, path: string, emitter: FunctionEmitter): Code {
  const { imports } = emitter;
  const args = [value, 'undefined', quote(path)];
  switch (node.kind) {
    case 'integer':
      return [`${checkedInteger(node, value, 'undefined', path, emitter)};`];
    case 'float':
      return [`${checkedFloat(node, value, 'undefined', path, emitter)};`];
    case 'varint': {
      const measure = imports.runtime(node.preserve ? 'paddedVarintSize' : 'checkedVarintSize');
      return [call('', measure, [value, ...format(node), 'undefined', quote(path)])];
    }
    case 'bits':
      return [`${checkedBits(node, value, 'undefined', path, emitter)};`];
    case 'flags':
      return checkFlags(node, value, path, emitter);
    case 'enumeration': {
      const number = numberOfMember(
        node,
        value,
        { ...emitter, path, hint: path.replace(/^.*\./, '') },
        'undefined',
      );
      return node.open ? checkPart(node.node, number, path, emitter) : [`${number};`];
    }
    case 'boolean':
      return [call('', imports.runtime(node.preserve ? 'checkBooleanByte' : 'checkBoolean'), args)];
    case 'custom':
      return node.type === undefined
        ? []
        : [call('', imports.runtime('checkScalar'), [value, quote(node.type), 'undefined', quote(path)])];
    case 'lookahead':
    case 'presence':
      return [call('', imports.runtime('checkBoolean'), args)];
    case 'string':
      return [call('', imports.runtime('textSize'), [value, quote(node.encoding), quote(path)])];
    case 'bytes':
      return [call('', imports.runtime('checkBytes'), args)];
    case 'list':
      return isNumberElement(node.element)
        ? [
            call('', imports.runtime('checkTypedArray'), [
              value,
              quote(typedArrayOf(node.element).name),
              'undefined',
              quote(path),
            ]),
          ]
        : [call('', imports.runtime('checkList'), args)];
    case 'union':
      return [call('', imports.runtime('checkObject'), args)];
    default:
      return [];
  }
}
