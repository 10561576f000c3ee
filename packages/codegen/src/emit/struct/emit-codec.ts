import type { SearchNode, StructIR } from '@bytewright/schema-dsl/ir';
import type { StructPlan } from '../../plan/generation-plan.js';
import { armNode, readingArm, valuesOf, writingArm } from '../arms/arm-code.js';
import type { Code } from '../code.js';
import { call } from '../code.js';
import type { ModuleEmitter } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { article, functionNames } from '../names.js';
import { needsSizeFirst } from '../needs-size-first.js';
import { nestingParameter } from '../nesting.js';
import { deprecation } from './doc-text.js';
import type { FunctionCode } from './struct-function.js';
import { functionEmitter } from './struct-function.js';

/** `decodeX`, `encodeX` and `sizeOfX`: a whole input to a value, and back. */
export function emitCodecFunctions(
  { struct, searched }: StructPlan,
  module: ModuleEmitter,
): readonly FunctionCode[] {
  const { imports } = module;
  const { name } = struct;
  const options = { name: 'options', type: imports.runtimeType('EncodeOptions'), isOptional: true };
  const { decode, encode, size } =
    searched === undefined ? plainBodies(struct, module) : searchedBodies(struct, searched, module);
  const suffix = searched === undefined ? '' : ', whatever its facts';
  return [
    {
      name: functionNames.decode(name),
      isExported: true,
      doc: `Decodes a whole input as ${article(name)}${suffix}. @throws DecodeError where it is not one.${deprecation(struct)}`,
      parameters: [
        { name: 'bytes', type: 'Uint8Array' },
        { name: 'options', type: imports.runtimeType('DecodeOptions'), isOptional: true },
      ],
      returns: name,
      body: [decode],
    },
    {
      name: functionNames.encode(name),
      isExported: true,
      doc: `Encodes ${article(name)}. @throws EncodeError where the value has no encoding that would decode to it.${deprecation(struct)}`,
      parameters: [{ name: 'value', type: name }, options],
      returns: 'Uint8Array',
      body: [encode],
    },
    {
      name: functionNames.sizeOf(name),
      isExported: true,
      doc: `Bytes that ${article(name)} takes on the wire.`,
      parameters: [{ name: 'value', type: name }, options],
      returns: 'number',
      body: [size],
    },
  ];
}

/** What each of the three returns. */
interface Bodies {
  readonly decode: Code[number];
  readonly encode: Code[number];
  readonly size: Code[number];
}

/** A root that is read and measured with the defaults of its parameters. */
function plainBodies({ name, parameters }: StructIR, module: ModuleEmitter): Bodies {
  const { imports } = module;
  const measureName = functionNames.measure(name);
  const defaults = parameters.map(() => 'undefined');
  const measure =
    defaults.length === 0
      ? measureName
      : nestingParameter(name, module).length === 0
        ? `(it) => ${measureName}(it)`
        : `(it, nesting) => ${measureName}(${['it', ...defaults, 'nesting'].join(', ')})`;
  const encodeName = needsSizeFirst(name, module.structs) ? 'encodeRoot' : 'encodeAtOnce';
  const [read, write] = [functionNames.read(name), functionNames.write(name)];
  return {
    decode: call('return ', imports.runtime('decodeRoot'), ['bytes', 'options', read]),
    encode: call('return ', imports.runtime(encodeName), ['value', 'options', measure, write]),
    size: call('return ', imports.runtime('sizeOfRoot'), ['value', 'options', measure]),
  };
}

/** A root whose parameters are searched for: as an arm, the one that tables of other modules have where they have it. */
function searchedBodies(struct: StructIR, searched: SearchNode, module: ModuleEmitter): Bodies {
  const { imports } = module;
  const presets = presetsOf(struct);
  const reader = { ...functionEmitter(module, struct, 'read'), parameters: presets };
  const writer = { ...functionEmitter(module, struct, 'write'), parameters: presets };
  const reading = readingArm(searched, reader);
  const writing = writingArm(searched, writer);
  const context = valuesOf(armNode(searched, reader).context, reader);
  const decoded = ['bytes', 'options', reading, context];
  const encoded = ['value', 'options', reading, writing, context];
  return {
    decode: call('return ', imports.runtime('decodeSearchedRoot'), decoded),
    encode: call('return ', imports.runtime('encodeSearchedRoot'), encoded),
    size: call('return ', imports.runtime('sizeOfSearchedRoot'), encoded),
  };
}

/** What a root takes its parameters to be that are not searched for. */
function presetsOf({ parameters }: StructIR): ReadonlyMap<string, string> {
  return new Map(
    parameters.flatMap(({ name, default: preset }) =>
      preset === undefined ? [] : [[name, emitConstant(preset)] as const],
    ),
  );
}
