import type { StructIR } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { call } from '../code.js';
import type { ModuleEmitter } from '../emitter.js';
import { article, functionNames } from '../names.js';
import { deprecation } from './doc-text.js';
import type { FunctionCode } from './struct-function.js';

/** `decodeX` and `encodeX`: a whole input to a value, and back. */
export function emitCodecFunctions(
  struct: StructIR,
  needsDecisions: boolean,
  module: ModuleEmitter,
): readonly FunctionCode[] {
  const { imports } = module;
  const { name } = struct;
  const decode: Code = [
    call('const input = ', imports.runtime('openInput'), ['bytes', 'options']),
    call('const value = ', functionNames.read(name), ['input']),
    call('', imports.runtime('closeInput'), ['input']),
    'return value;',
  ];
  const encode: Code = [
    call('const output = ', imports.runtime('createOutput'), [`${functionNames.sizeOf(name)}(value)`]),
    call('', functionNames.write(name), ['output', 'value']),
    ...(needsDecisions
      ? [
          `${imports.runtime('confirmDecisions')}(output, (again) => ${functionNames.write(name)}(again, value));`,
        ]
      : []),
    'return output.bytes;',
  ];
  return [
    {
      name: functionNames.decode(name),
      isExported: true,
      doc: `Decodes a whole input as ${article(name)}.\n\n@throws DecodeError where the bytes are no ${name}, or more than one.${deprecation(struct)}`,
      parameters: [
        { name: 'bytes', type: 'Uint8Array' },
        { name: 'options', type: imports.runtimeType('DecodeOptions'), isOptional: true },
      ],
      returns: name,
      body: decode,
    },
    {
      name: functionNames.encode(name),
      isExported: true,
      doc: `Encodes ${article(name)}.\n\n@throws EncodeError where the value has no encoding that would decode to it.${deprecation(struct)}`,
      parameters: [{ name: 'value', type: name }],
      returns: 'Uint8Array',
      body: encode,
    },
  ];
}
