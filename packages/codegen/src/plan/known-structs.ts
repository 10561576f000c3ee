import { createHash } from 'node:crypto';
import type { StructIR } from '@bytewright/schema-dsl/ir';
import { GLOBALS } from '../emit/names.js';
import type { SchemaModule } from './generation-plan.js';
import { partsOf } from './parts-of.js';

/** A struct that some module speaks of. Those of one identity are one struct, whatever module says it. */
export interface KnownStruct {
  /** Equal for structs of one name that consist of the same, down to the last one. */
  readonly identity: string;
  readonly struct: StructIR;
  /** The structs that this one consists of, by name. */
  readonly parts: ReadonlyMap<string, KnownStruct>;
}

/**
 * The structs that a module speaks of, by name.
 *
 * @param shared those of all modules, by identity; what is new is added
 * @throws TypeError where it has two different ones of one name, or one whose name is JavaScript's own
 */
export function knownStructs(
  module: SchemaModule,
  shared: Map<string, KnownStruct>,
): ReadonlyMap<string, KnownStruct> {
  const named = new Map<string, KnownStruct>();
  for (const { structs } of module.exported.values()) {
    const identities = identify(structs);
    const knownOf = (name: string): KnownStruct => {
      const identity = identities.get(name) ?? name;
      const known = shared.get(identity);
      if (known !== undefined) return known;
      const struct = structs[name] as StructIR; // representations are whole
      const parts = new Map<string, KnownStruct>();
      const made: KnownStruct = { identity, struct, parts };
      shared.set(identity, made); // first: a struct may consist of itself
      for (const part of partsOf(struct)) parts.set(part, knownOf(part));
      return made;
    };
    for (const name of Object.keys(structs)) {
      const known = knownOf(name);
      const other = named.get(name);
      if (other !== undefined && other !== known)
        throw new TypeError(
          `${module.source} has two different structs called ${name}; rename one of them, or export them from two modules`,
        );
      if (GLOBALS.includes(name))
        throw new TypeError(
          `${module.source}: a type called ${name} would hide JavaScript's own; rename the struct`,
        );
      named.set(name, known);
    }
  }
  return named;
}

/** For each struct what it is: its name, and a hash of all that it consists of. */
function identify(structs: Readonly<Record<string, StructIR>>): ReadonlyMap<string, string> {
  const own = new Map(
    Object.entries(structs).map(([name, struct]) => [name, hashOf(JSON.stringify(struct))]),
  );
  const direct = new Map(Object.entries(structs).map(([name, struct]) => [name, partsOf(struct)]));
  const identityOf = (name: string): string => {
    const reached = new Set([name]);
    for (const one of reached) for (const part of direct.get(one) ?? []) reached.add(part); // sets grow while walked
    const content = [...reached].sort().map((one) => `${one} ${own.get(one)}`);
    return `${name} ${hashOf(content.join('\n'))}`;
  };
  return new Map(Object.keys(structs).map((name) => [name, identityOf(name)]));
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
