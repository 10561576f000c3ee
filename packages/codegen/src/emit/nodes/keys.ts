import type { KeySet, KeySets } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, internalName } from '../emitter.js';
import { errorOffset } from '../failures.js';
import { article, capitalize, quote } from '../names.js';

/** Code that checks that a union's value has no keys but those of its arm. */
export function checkUnionKeys(sets: KeySets, tag: string, value: string, emitter: FunctionEmitter): Code {
  const owner = {
    name: capitalize(emitter.hint),
    of: `\`${emitter.hint}\` of ${article(emitter.struct.name)}`,
  };
  const { code, keys } = keysFor(
    sets,
    tag,
    value,
    { ...owner, name: emitter.struct.name + owner.name },
    emitter,
  );
  const args = [value, keys, errorOffset(emitter), quote(emitter.path)];
  return [...code, call('', emitter.imports.runtime('checkKeys'), args)];
}

/** Whose keys they are: as a part of names, and in words. */
export interface KeyOwner {
  readonly name: string;
  readonly of: string;
}

/** The keys that a value may have: as an expression, and code that chooses them by the value's tag where there are several. */
export function keysFor(
  [first, ...others]: KeySets,
  tag: string | undefined,
  value: string,
  owner: KeyOwner,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly keys: string } {
  const most = keyList('keysOf', first.keys, owner, emitter);
  if (tag === undefined || others.length === 0) return { code: [], keys: most };
  const member = `${value}?.${tag}`; // the value has not been looked at yet
  const keys = internalName(emitter, 'keys');
  const [second, ...more] = others.map(({ keys, arms }) => ({
    when: arms.map((arm) => `${member} === ${arm === undefined ? 'undefined' : quote(arm)}`),
    keys: keyList(arms.length === 1 ? 'otherKeysOf' : 'taggedKeysOf', keys, owner, emitter),
  }));
  if (second?.when.length === 1 && more.length === 0)
    return { code: [`const ${keys} = ${second.when[0]} ? ${second.keys} : ${most};`], keys };
  const choices = [...(second === undefined ? [] : [second]), ...more];
  return {
    code: [
      `let ${keys} = ${most};`,
      ...choices.flatMap((one) => block(`if (${one.when.join(' || ')})`, [`${keys} = ${one.keys};`])),
    ],
    keys,
  };
}

/** Characters of a list that stands where it is used; longer ones are constants of the module. */
const INLINE = 40;

/** What constants that hold keys are called, with what they say of themselves. */
const DOCS = {
  keysOf: 'Keys of',
  otherKeysOf: 'Keys of the other alternative of',
  taggedKeysOf: 'Keys of the alternatives that keep their tag, of',
  hiddenKeysOf: 'Constant and derived fields of',
};

/** Names of keys, as an expression: a list that stands where it is used, or a constant of the module where that would be too wide. */
export function keyList(
  prefix: keyof typeof DOCS,
  keys: KeySet['keys'],
  { name: owner, of }: KeyOwner,
  emitter: FunctionEmitter,
  widest: number = INLINE,
): string {
  const names = keys.map(quote);
  const inline = `[${names.join(', ')}]`;
  if (inline.length <= widest) return inline;
  return defineHelper(emitter, `${prefix}${owner}`, keys, (name) => [
    `/** ${DOCS[prefix]} ${of}. */`,
    `const ${name} = ${inline};`,
  ]);
}
