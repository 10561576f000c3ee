import type { UntilExtent } from '@bytewright/schema-dsl/ir';
import { firstBytes } from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { AHEAD_PARAMETERS, block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper } from '../emitter.js';
import { functionCode } from '../function-code.js';
import { article, capitalize, hexadecimal, quote } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { requireEntry } from '../require-entry.js';
import { matcherOf } from './matcher.js';

/** What its function is given besides where to search. */
export function searchArguments(extent: UntilExtent, emitter: FunctionEmitter): readonly string[] {
  return neededParameters(extent.boundaries, emitter).map(({ name }) =>
    requireEntry(emitter.parameters, name),
  );
}

/** The function that searches for the end of a field; made once a field. Returns an offset, or -1. */
export function boundarySearch(extent: UntilExtent, emitter: FunctionEmitter): string {
  return defineHelper(emitter, `endOf${emitter.struct.name}${capitalize(emitter.hint)}`, extent, (name) =>
    searchFunction(name, extent, emitter),
  );
}

function searchFunction(name: string, extent: UntilExtent, emitter: FunctionEmitter): Code {
  const typed = neededParameters(extent.boundaries, emitter);
  const parameters = typed.map(({ name }) => name);
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'match',
    end: 'end',
    parameters: new Map(parameters.map((p) => [p, p])),
  };
  const several = extent.boundaries.length > 1;
  const region = parameters.includes('region') ? 'searchedRegion' : 'region';
  const loops = extent.boundaries.map((boundary, index): Code => {
    const { callee, args } = matcherOf(boundary, inner);
    const matches = `${callee}(${['bytes', 'view', 'at', 'end', ...args].join(', ')}) >= 0`;
    const first = firstBytes(boundary, emitter.structs);
    const [only] = [...first.bytes];
    const found: Code = block(`if (${matches})`, ['return at;']);
    const loop =
      !first.empty && first.bytes.size === 1 && only !== undefined
        ? block(
            // the end of the region bounds the search: behind it lies what other searches go over
            `for (let at = ${region}.indexOf(${hexadecimal(only)}, start); at >= 0; at = ${region}.indexOf(${hexadecimal(only)}, at + 1))`,
            found,
          )
        : !first.empty && first.bytes.size <= 4
          ? block('for (let at = start; at < end; at++)', [
              'const byte = bytes[at];',
              ...block(
                `if (${[...first.bytes].map((byte) => `byte !== ${hexadecimal(byte)}`).join(' && ')})`,
                ['continue;'],
              ),
              ...found,
            ])
          : block(`for (let at = start; at ${first.empty ? '<=' : '<'} end; at++)`, found);
    const pay =
      index === 0
        ? []
        : block('if (input !== undefined)', [
            call('', emitter.imports.runtime('chargeSearch'), ['input', 'start', 'end', quote(emitter.path)]),
          ]);
    return [...pay, ...loop];
  });
  if (several) emitter.imports.runtimeType('Input');
  const budget: readonly Parameter[] = several ? [{ name: 'input', type: 'Input', isOptional: true }] : [];
  return [
    `/** Where \`${emitter.hint}\` of ${article(emitter.struct.name)} ends: the first place where what follows parses, or -1. */`,
    ...functionCode(name, [...AHEAD_PARAMETERS, ...typed, ...budget], 'number', [
      `const ${region} = bytes.subarray(0, end);`,
      ...loops.flat(),
      'return -1;',
    ]),
  ];
}
