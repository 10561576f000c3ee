import { byteCount } from '@bytewright/runtime/codec';
import type { ExternalIR, NodeIR, ProcessedNode, ProcessorIR } from '@bytewright/schema-dsl/ir';
import { algorithmName } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, closure } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { importExternal } from '../external-names.js';
import { described, encodeFailure, farFailure } from '../failures.js';
import { quote } from '../names.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing } from './node-emitter.js';
import { openAhead } from './struct.js';

export const processed: NodeEmitter<ProcessedNode> = {
  type: (node, emitter) => emitType(node.node, emitter),

  read(node, target, emitter) {
    const { made, code } = decoded(node, emitter);
    return [
      ...code,
      ...readMade('input', 'offset', made, node.node, target, emitter),
      `offset = ${emitter.end};`,
    ];
  },

  match(node, target, emitter) {
    const { made, code } = decoded(node, emitter);
    const inner: FunctionEmitter = { ...emitter, end: 'end' };
    const body = ['let offset = 0;', ...emitMatch(node.node, undefined, inner), 'return offset;'];
    const parses = freshName(emitter, `${emitter.hint}Parses`);
    const matched: Code = [
      ...closure(
        `const ${parses} = ${emitter.imports.runtime('matchRegion')}(${made}, (bytes, view, end) => {`,
        body,
        '});',
      ),
      ...block(`if (!${parses})`, ['return -1;']),
    ];
    return [
      ...code,
      ...matched,
      ...readMatched(made, node.node, target, emitter),
      `offset = ${emitter.end};`,
    ];
  },

  size: (node, value, emitter) => emitSize(node.node, value, emitter),

  write(node, value, emitter) {
    const { hint, imports } = emitter;
    const plain = freshName(emitter, `${hint}Plain`);
    const inner: FunctionEmitter = { ...emitter, end: 'end' };
    // what TypeScript knows of a member's type, it forgets in a closure
    const isMember = !isNothing(value) && value.includes('.');
    const content = isMember ? freshName(emitter, `${hint}Content`) : value;
    const body: Code = [
      'const { view } = output;',
      'let offset = 0;',
      ...emitWrite(node.node, content, inner),
      'output.offset = offset;',
    ];
    const { made, code: change } = changed(node.processor, 'encode', plain, `${plain}.length`, emitter);
    return [
      ...(isMember ? [`const ${content} = ${value};`] : []),
      ...closure(
        `const ${plain} = ${imports.runtime('writeRegion')}(output, offset, (output) => {`,
        body,
        '});',
      ),
      ...change,
      call('offset = ', imports.runtime('writeBytes'), ['output', made, 'offset', quote(emitter.path)]),
    ];
  },
};

/** Code that changes the bytes of the rest of the region as decoding does. */
function decoded(
  { processor }: ProcessedNode,
  emitter: FunctionEmitter,
): { readonly made: string; readonly code: Code } {
  const bytes = freshName(emitter, `${emitter.hint}Region`);
  const span = `${emitter.imports.runtime('spanOf')}(bytes, offset, ${emitter.end})`;
  const { made, code } = changed(processor, 'decode', bytes, `${bytes}.length`, emitter);
  return { made, code: [`const ${bytes} = ${span};`, ...code] };
}

/** Code that reads the content of a region from what was made of it. */
function readMade(
  input: string,
  start: string,
  made: string,
  node: NodeIR,
  target: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const keeps = target !== undefined && emitType(node, emitter) !== 'undefined';
  const content = keeps ? freshName(emitter, `${emitter.hint}Content`) : undefined;
  const inner: FunctionEmitter = { ...emitter, direction: 'read', end: 'end' };
  const body: Code = [
    'const { bytes, view, end } = input;',
    'let offset = 0;',
    ...emitRead(node, content, inner),
    'input.offset = offset;',
    ...(content === undefined ? [] : [`return ${content};`]),
  ];
  const args = [input, made, start, quote(emitter.path)].join(', ');
  const keep = keeps ? `const ${target} = ` : '';
  return [
    ...closure(`${keep}${emitter.imports.runtime('readRegion')}(${args}, (input) => {`, body, '});'),
    ...(target !== undefined && !keeps ? [`const ${target} = undefined;`] : []),
  ];
}

/** Code that reads a region that was matched, for the rare condition that asks for what is inside of it. */
function readMatched(made: string, node: NodeIR, target: string | undefined, emitter: FunctionEmitter): Code {
  if (target === undefined) return [];
  const input = freshName(emitter, `${emitter.hint}Input`);
  return [
    ...openAhead(input, 'offset', emitter.end, emitter),
    ...readMade(input, 'offset', made, node, target, emitter),
  ];
}

/** Code that changes bytes in one direction; `made` is an expression for the outcome. */
function changed(
  processor: ProcessorIR,
  direction: 'decode' | 'encode',
  bytes: string,
  size: string,
  emitter: FunctionEmitter,
): { readonly made: string; readonly code: Code } {
  const { imports } = emitter;
  const name = freshName(emitter, `${emitter.hint}${direction === 'decode' ? 'Plain' : 'Changed'}`);
  const made = (callee: string, ...args: readonly string[]): Code => [
    call(`const ${name} = `, callee, [bytes, ...args]),
  ];
  const refuse = (code: string, expected: string, found: string): Code =>
    direction === 'decode'
      ? farFailure('invalid-value', 'offset', expected, found, emitter.end, emitter)
      : encodeFailure(code, 'offset', expected, found, emitter);
  switch (processor.kind) {
    case 'xor': {
      const { key, size: width } = processor;
      const xor = imports.runtime('xorBytes');
      if (!('op' in key)) return { made: name, code: made(xor, emitConstant(key)) };
      const value = emitExpression(key, emitter);
      const variable = freshName(emitter, `${emitter.hint}Key`);
      const expected = quote(`a key of ${byteCount(width)}`);
      return {
        made: name,
        code: [
          `const ${variable} = ${imports.runtime('keyBytes')}(${value}, ${width});`,
          ...block(
            `if (${variable} === undefined)`,
            refuse('out-of-range', expected, described(value, emitter)),
          ),
          ...made(xor, variable),
        ],
      };
    }
    case 'rotateLeft': {
      const bits = direction === 'decode' ? processor.bits : 8 - processor.bits;
      return { made: name, code: made(imports.runtime('rotateBytes'), String(bits)) };
    }
    case 'swapBytes': {
      const width = processor.size;
      const found = `${imports.runtime('byteCount')}(${size})`;
      return {
        made: name,
        code: [
          ...block(
            `if (${size} % ${width} !== 0)`,
            refuse('wrong-length', quote(`a multiple of ${width} bytes`), found),
          ),
          ...made(imports.runtime('reverseGroups'), String(width)),
        ],
      };
    }
    case 'bijection':
      return { made: name, code: byFunction(processor[direction], name, bytes, refuse, emitter) };
  }
}

function byFunction(
  external: ExternalIR,
  name: string,
  bytes: string,
  refuse: (code: string, expected: string, found: string) => Code,
  emitter: FunctionEmitter,
): Code {
  const process = importExternal(external, emitter);
  const expected = quote(`as many bytes from ${algorithmName(external)}`);
  return [
    call(`const ${name} = `, emitter.imports.runtime('processBytes'), [process, bytes]),
    ...block(`if (typeof ${name} === 'string')`, refuse('wrong-type', expected, name)),
  ];
}
