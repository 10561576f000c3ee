import type { ComparedArm, ComparedPart, ComparedStruct, NotCompared } from '@bytewright/runtime/codec';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper } from '../emitter.js';
import { article, quote } from '../names.js';

/** The last argument of a comparison by content: what does not count. None where everything does. */
export function emitNotCompared(notCompared: NotCompared, emitter: FunctionEmitter): readonly string[] {
  if (!('structs' in notCompared))
    return notCompared.length === 0 ? [] : [`[${notCompared.map(quote).join(', ')}]`];
  if (emitter.direction === 'read' || emitter.direction === 'match') return []; // nothing has come along
  const { name: owner } = emitter.struct;
  const { structs, left, right } = notCompared;
  const members = [
    `structs: ${literal(structs, structText)}`,
    ...(left === undefined ? [] : [`left: ${partText(left)}`]),
    ...(right === undefined ? [] : [`right: ${partText(right)}`]),
  ];
  // one constant of the module, as encoders compare often
  const constant = defineHelper(emitter, `hiddenMembersOf${owner}`, notCompared, (name) => [
    `/** Constant and derived fields inside what ${article(owner)} compares, by the structs that have them. */`,
    `const ${name} = { ${members.join(', ')} };`,
  ]);
  return [constant];
}

function structText({ hidden, inside, arms }: ComparedStruct): string {
  const members = [
    `hidden: [${hidden.map(quote).join(', ')}]`,
    `inside: ${literal(inside, partText)}`,
    ...(arms === undefined ? [] : [`arms: ${partText(arms)}`]),
  ];
  return `{ ${members.join(', ')} }`;
}

function partText(part: ComparedPart): string {
  if (part === undefined) return 'undefined';
  return typeof part === 'string' ? quote(part) : `[${part.map(armText).join(', ')}]`;
}

function armText({ tag, name, key, is }: ComparedArm): string {
  const of = name === undefined ? 'undefined' : quote(name);
  return `{ tag: ${quote(tag)}, name: ${of}, key: ${quote(key)}, is: ${partText(is)} }`;
}

/** An object as a literal; its members are names of the schema's, of which none is `__proto__`. */
function literal<T>(members: Readonly<Record<string, T>>, text: (member: T) => string): string {
  const entries = Object.entries(members).map(([name, member]) => `${propertyName(name)}: ${text(member)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));
