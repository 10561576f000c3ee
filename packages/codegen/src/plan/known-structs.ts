import { createHash } from 'node:crypto';
import type { StructIR } from '@bytewright/schema-dsl/ir';
import { SchemaError, structsIn } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../faults/config-error.js';
import type { Fault } from '../faults/fault.js';
import type { SchemaModule } from './generation-plan.js';
import { partsOf } from './parts-of.js';
import { GLOBALS } from './reserved-names.js';

/** A struct that some module speaks of. Those of one identity and one owner are one struct, whatever module says it. */
export interface KnownStruct {
  /** Equal for structs of one name that consist of the same, down to the last one. */
  readonly identity: string;
  /** The module in which it is generated. */
  readonly owner: SchemaModule;
  readonly struct: StructIR;
  /** The structs that this one consists of, by name. */
  readonly parts: ReadonlyMap<string, KnownStruct>;
}

/**
 * The structs that each module speaks of, by name. A struct belongs to the first module that exports it; one that none
 * exports to each module that uses it.
 *
 * @throws ConfigError where a module has two different ones of one name, or one whose name is JavaScript's own: all such faults
 */
export function knownStructs(
  modules: readonly SchemaModule[],
): ReadonlyMap<SchemaModule, ReadonlyMap<string, KnownStruct>> {
  const owners = ownersOf(modules);
  const known = new Map<SchemaModule, Map<string, KnownStruct>>(modules.map((module) => [module, new Map()]));
  const faults = new Map<string, Fault>();
  const fail = ({ source }: SchemaModule, error: SchemaError): void => {
    const { code, path, problem } = error;
    faults.set(`${source} ${error.message}`, { file: source, code, path, problem, error });
  };
  const named = new Map(modules.map((module) => [module, structsOf(module, owners, known, fail)]));
  if (faults.size > 0) {
    const all = [...faults.values()];
    throw new ConfigError(all, { cause: all[0]?.error });
  }
  return named;
}

/** The modules to which structs belong that are shared, by identity. */
function ownersOf(modules: readonly SchemaModule[]): ReadonlyMap<string, SchemaModule> {
  const owners = new Map<string, SchemaModule>();
  for (const module of modules)
    for (const { structs } of module.exported.values())
      for (const [name, identity] of identify(structs))
        if (module.exported.has(name) && !owners.has(identity)) owners.set(identity, module);
  return owners;
}

function structsOf(
  module: SchemaModule,
  owners: ReadonlyMap<string, SchemaModule>,
  all: ReadonlyMap<SchemaModule, Map<string, KnownStruct>>,
  fail: (module: SchemaModule, error: SchemaError) => void,
): ReadonlyMap<string, KnownStruct> {
  const named = new Map<string, KnownStruct>();
  for (const { root, structs } of module.exported.values()) {
    const identities = identify(structs);
    const knownOf = (name: string, user: SchemaModule): KnownStruct => {
      const identity = identities.get(name) ?? name;
      const owner = owners.get(identity) ?? user;
      const ofOwner = all.get(owner) ?? new Map<string, KnownStruct>();
      const found = ofOwner.get(identity);
      if (found !== undefined) return found;
      const struct = structs[name] as StructIR; // representations are whole
      const parts = new Map<string, KnownStruct>();
      const made: KnownStruct = { identity, owner, struct, parts };
      ofOwner.set(identity, made); // first: a struct may consist of itself
      for (const part of partsOf(struct)) parts.set(part, knownOf(part, owner));
      return made;
    };
    const reached = structsFrom(
      structsIn(root).map((name) => knownOf(name, module)),
      module,
    );
    for (const name of Object.keys(structs)) {
      const known = reached.get(name) ?? knownOf(name, module);
      const other = named.get(name);
      if (other !== undefined && other.identity !== known.identity)
        fail(
          module,
          new SchemaError(
            'duplicate-struct',
            name,
            'this module has two different structs of this name; rename one of them, or export them from two modules',
          ),
        );
      if (GLOBALS.includes(name))
        fail(
          module,
          new SchemaError(
            'reserved-name',
            name,
            `a type called ${name} would hide JavaScript's own; rename the struct, such as ${name}Struct`,
          ),
        );
      if (other === undefined || known.owner === module) named.set(name, known);
    }
  }
  return named;
}

/** The structs that some consist of, by name: the module's own rather than an equal one that another module has for itself. */
function structsFrom(roots: readonly KnownStruct[], module: SchemaModule): ReadonlyMap<string, KnownStruct> {
  const reached = new Set(roots);
  for (const known of reached) for (const part of known.parts.values()) reached.add(part); // sets grow while walked
  const named = new Map<string, KnownStruct>();
  for (const known of reached) {
    const { name } = known.struct;
    if (!named.has(name) || known.owner === module) named.set(name, known);
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
