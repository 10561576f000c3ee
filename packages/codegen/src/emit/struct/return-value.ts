import type { StructIR } from '@bytewright/schema-dsl/ir';
import { keysOfUnion, mergedAlternatives } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, objectLiteral } from '../code.js';

/**
 * Code that returns the value of a struct.
 *
 * What a union brings to it is named member by member where that can be said: to spread an object takes longer than to read
 * most structs (some 100 ns). The compiler does not see then that the members belong to one alternative, so it is told.
 *
 * @param members members of the value by name, with what holds them; `...` stands for what a union brings
 */
export function returnValue(struct: StructIR, members: readonly (readonly [string, string])[]): Code {
  const spread = members.find(([name]) => name === '...')?.[1];
  const union = mergedAlternatives(struct);
  if (spread === undefined || union === undefined) return objectLiteral('return ', members, ';');
  const [most, other, ...others] = keysOfUnion(union);
  const named = (keys: readonly string[], known: Readonly<Record<string, string>> = {}) =>
    members.flatMap(([name, local]) =>
      name === '...'
        ? keys.map((key): readonly [string, string] => [key, known[key] ?? `${spread}.${key}`])
        : [[name, local] as const],
    );
  const whole = objectLiteral('return ', named(most.keys), ` as ${struct.name};`);
  if (other === undefined) return whole;
  const isRaw = other.arms.length === 1 && other.arms[0] === undefined;
  if (!isRaw || others.length > 0) return objectLiteral('return ', members, ';');
  const raw = objectLiteral('return ', named(other.keys, { [union.tag]: 'undefined' }), ';');
  return [...block(`if (${spread}.${union.tag} === undefined)`, raw), ...whole];
}
