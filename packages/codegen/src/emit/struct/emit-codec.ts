import type { StructIR } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { call } from '../code.js';
import type { ModuleEmitter } from '../emitter.js';
import { article, functionNames } from '../names.js';
import { needsSizeFirst } from '../needs-size-first.js';
import { nestingParameter } from '../nesting.js';
import { deprecation } from './doc-text.js';
import type { FunctionCode } from './struct-function.js';

/** `decodeX`, `encodeX` and `sizeOfX`: a whole input to a value, and back. */
export function emitCodecFunctions(struct: StructIR, module: ModuleEmitter): readonly FunctionCode[] {
  const { imports } = module;
  const { name } = struct;
  const measureName = functionNames.measure(name);
  // a root is read and measured with the defaults of its parameters
  const defaults = struct.parameters.map(() => 'undefined');
  const measure =
    defaults.length === 0
      ? measureName
      : nestingParameter(name, module).length === 0
        ? `(it) => ${measureName}(it)`
        : `(it, nesting) => ${measureName}(${['it', ...defaults, 'nesting'].join(', ')})`;
  const root = needsSizeFirst(name, module.structs) ? 'encodeRoot' : 'encodeAtOnce';
  const options = { name: 'options', type: imports.runtimeType('EncodeOptions'), isOptional: true };
  const decode: Code = [
    call('return ', imports.runtime('decodeRoot'), ['bytes', 'options', functionNames.read(name)]),
  ];
  const encode: Code = [
    call('return ', imports.runtime(root), ['value', 'options', measure, functionNames.write(name)]),
  ];
  const size: Code = [call('return ', imports.runtime('sizeOfRoot'), ['value', 'options', measure])];
  return [
    {
      name: functionNames.decode(name),
      isExported: true,
      doc: `Decodes a whole input as ${article(name)}. @throws DecodeError where it is not one.${deprecation(struct)}`,
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
      doc: `Encodes ${article(name)}. @throws EncodeError where the value has no encoding that would decode to it.${deprecation(struct)}`,
      parameters: [{ name: 'value', type: name }, options],
      returns: 'Uint8Array',
      body: encode,
    },
    {
      name: functionNames.sizeOf(name),
      isExported: true,
      doc: `Bytes that ${article(name)} takes on the wire.`,
      parameters: [{ name: 'value', type: name }, options],
      returns: 'number',
      body: size,
    },
  ];
}
