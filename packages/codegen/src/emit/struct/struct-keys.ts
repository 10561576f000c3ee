import type { FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import { givenKeys, keysNotComparedOf, keysOfStruct, mergedAlternatives } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { internalName } from '../emitter.js';
import { emitNotCompared } from '../expressions/emit-not-compared.js';
import { fieldValue } from '../expressions/field-value.js';
import { article, quote } from '../names.js';
import { keyList, keysFor } from '../nodes/keys.js';

/** Code that checks that a struct's value has no keys but the struct's; an encoder keeps in `given` whether others came along. */
export function checkStructKeys(
  struct: StructIR,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly given?: string } {
  const { imports, direction } = emitter;
  const owner = { name: struct.name, of: article(struct.name) };
  const tag = mergedAlternatives(struct)?.tag;
  const { code, keys } = keysFor(keysOfStruct(struct), tag, 'value', owner, emitter);
  const given = givenKeys(struct);
  const hidden = given.length === 0 ? [] : [keyList('hiddenKeysOf', given, owner, emitter)];
  const check = imports.runtime('checkKeys');
  if (direction !== 'write')
    return { code: [...code, call('', check, ['value', keys, 'undefined', "''", ...hidden])] };
  const args = ['value', keys, 'output.offset', "''", ...hidden];
  if (given.length === 0) return { code: [...code, call('', check, args)] };
  const isAnyGiven = internalName(emitter, 'isAnyGiven');
  return { code: [...code, call(`const ${isAnyGiven} = `, check, args)], given: isAnyGiven };
}

/** Code that holds a constant or derived field that came along against what is about to be written at `at`. */
export function compareGiven(field: FieldIR, at: string, emitter: FunctionEmitter): Code {
  return compareWith(field.name, () => fieldValue(field.name, emitter), at, emitter);
}

/** The same where what is written is at hand. */
export function compareWith(
  field: string,
  written: () => string,
  at: string,
  emitter: FunctionEmitter,
): Code {
  const { given, struct, structs, imports } = emitter;
  if (given === undefined || !givenKeys(struct).includes(field)) return [];
  const own = struct.fields.find(({ name }) => name === field);
  const notCompared = own === undefined ? [] : keysNotComparedOf(own, { struct, structs });
  const args = ['value', quote(field), written(), at, quote(field), ...emitNotCompared(notCompared, emitter)];
  return block(`if (${given})`, [call('', imports.runtime('checkGiven'), args)]);
}
