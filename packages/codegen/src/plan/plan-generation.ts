import type { NodeIR, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, searchedRoot, virtualHeaders } from '@bytewright/schema-dsl/ir';
import { cutModule } from './cut-module.js';
import { extendedTable } from './extended-table.js';
import type {
  ExtendedTable,
  ModulePlan,
  SchemaModule,
  StructFunction,
  StructPlan,
} from './generation-plan.js';
import type { TableLimit } from './is-tabled.js';
import { isTabled, MANY_ARMS } from './is-tabled.js';
import type { KnownStruct } from './known-structs.js';
import { knownStructs } from './known-structs.js';
import { offerArms } from './offer-arms.js';
import { referencedFields } from './referenced-fields.js';

/** The structs of one module, by the names that they have there. */
type Names = ReadonlyMap<string, KnownStruct>;

/**
 * Decides what is generated where: each struct in the first module that exports it, one that none exports in each module
 * that uses it, with the functions that somebody needs.
 *
 * @throws ConfigError where a module has different structs of one name.
 */
export function planGeneration(
  modules: readonly SchemaModule[],
  limit: TableLimit = { tablesFrom: MANY_ARMS },
): readonly ModulePlan[] {
  const names = knownStructs(modules);
  const homes = chooseHomes(names);
  const needs = collectNeeds(names, limit);
  const users = collectUsers(homes);
  const roots = new Map(modules.flatMap((module) => rootsOf(module, names.get(module)).reverse()).reverse());
  const plans = new Map<SchemaModule, UnfinishedPlan>();
  for (const [module, own] of names) {
    const structs = [...homes]
      .filter(([, home]) => home === module)
      .map(([known]): StructPlan => {
        const root = roots.get(known);
        const searched = root && searchedRoot(root.schema);
        return {
          struct: root?.struct ?? known.struct,
          isRoot: root !== undefined,
          ...(searched?.kind === 'search' ? { searched } : {}),
          functions: needs.get(known) ?? new Set(),
          isShared: users.has(known),
        };
      });
    plans.set(module, {
      source: module.source,
      output: module.output,
      isElsewhere: module.isElsewhere ?? false,
      tablesFrom: limit.tablesFrom,
      structs: structs.filter((plan) => plan.functions.size > 0),
      definitions: Object.fromEntries([...own].map(([name, { struct }]) => [name, struct])),
      homes: new Map(),
      arms: new Map(),
      extended: undefined,
      offered: new Map(),
      exported: new Map(
        [...module.exported].map(([name, { root }]) => [name, module.declared?.get(name) ?? root]),
      ),
      roots: module.roots.flatMap(({ root }) => (root.kind === 'struct' ? [root.name] : [])),
    });
  }
  for (const [module, own] of names) {
    for (const [name, known] of own) {
      const home = plans.get(homes.get(known) as SchemaModule) as ModulePlan; // every struct has a home, and that a plan
      plans.get(module)?.homes.set(name, home);
    }
  }
  for (const [module, plan] of plans) {
    for (const [known, { struct }] of rootsOf(module, names.get(module))) {
      const home = plans.get(homes.get(known) as SchemaModule) as ModulePlan; // likewise
      if (home !== plan) plan.offered.set(home, [...(plan.offered.get(home) ?? []), struct.name]);
    }
  }
  const all = [...plans.values()];
  for (const plan of all) offerArms(plan);
  for (const plan of all) plan.extended = extendedTable(plan, all);
  return [...all, ...all.flatMap((plan) => cutModule(plan, all))];
}

/** A plan to which others are still to be added. */
type UnfinishedPlan = Omit<ModulePlan, 'extended' | 'structs'> & {
  structs: readonly StructPlan[];
  readonly homes: Map<string, ModulePlan>;
  readonly arms: Map<string, NodeIR>;
  extended: ExtendedTable | undefined;
  readonly offered: Map<ModulePlan, readonly string[]>;
};

/** A struct that is offered by itself, as it is then: with defaults. */
interface Root {
  readonly struct: StructIR;
  readonly schema: SchemaIR;
}

/** The structs that a module offers by themselves. */
function rootsOf(module: SchemaModule, own: Names | undefined): [KnownStruct, Root][] {
  return module.roots.flatMap((schema): [KnownStruct, Root][] => {
    const name = schema.root.kind === 'struct' ? schema.root.name : '';
    const known = own?.get(name);
    const struct = schema.structs[name];
    return known === undefined || struct === undefined ? [] : [[known, { struct, schema }]];
  });
}

function chooseHomes(names: ReadonlyMap<SchemaModule, Names>): Map<KnownStruct, SchemaModule> {
  const homes = new Map<KnownStruct, SchemaModule>();
  const settle = (known: KnownStruct | undefined): void => {
    if (known !== undefined) homes.set(known, known.owner);
  };
  // in the order in which modules print them: what is exported first
  for (const [module, own] of names) for (const name of module.exported.keys()) settle(own.get(name));
  for (const own of names.values()) for (const known of own.values()) settle(known);
  return homes;
}

function collectNeeds(
  names: ReadonlyMap<SchemaModule, Names>,
  limit: TableLimit,
): Map<KnownStruct, Set<StructFunction>> {
  const needs = new Map<KnownStruct, Set<StructFunction>>();
  const require = (known: KnownStruct | undefined, functions: readonly StructFunction[]): void => {
    if (known === undefined) return;
    const before = needs.get(known) ?? new Set();
    const added = functions.filter((fn) => !before.has(fn));
    if (added.length === 0) return;
    needs.set(known, new Set([...before, ...added]));
    const { struct, parts } = known;
    // a look-ahead makes values only of what its conditions ask for
    const asked = added.includes('match') ? referencedFields(struct) : new Set<string>();
    for (const header of virtualHeaders(struct)) require(parts.get(header.struct), ['write']);
    for (const field of struct.fields) {
      visit(field.node, added, parts);
      if (asked.has(field.name)) visit(field.node, ['read'], parts);
    }
  };
  const visit = (node: NodeIR, functions: readonly StructFunction[], parts: Names): void => {
    if (node.kind === 'struct') {
      require(parts.get(node.name), functions);
      return;
    }
    const { inline, ahead } = childrenOf(node);
    // a table has all that an arm can do
    const isTable = node.kind === 'search' || (node.kind === 'union' && isTabled(node, limit));
    const asked = isTable && functions.includes('match') ? [...functions, 'read' as const] : functions;
    for (const child of inline) visit(child, asked, parts);
    // a condition on elements asks for their values, also where they are only tried
    if (node.kind === 'list' && node.extent.kind === 'last' && functions.includes('match'))
      visit(node.element, ['read'], parts);
    if (node.kind === 'list' && node.extent.kind === 'while' && node.extent.holds !== undefined)
      visit(node.extent.ahead, ['read'], parts);
    for (const child of ahead) {
      visit(child, ['match'], parts);
      // alternatives and presences are tried first, then read and written; a sentinel and a presence are only written
      if (node.kind === 'firstOf' && node.arms.some((arm) => arm.node === child))
        visit(child, functions, parts);
      if (node.kind === 'presence' || (node.kind === 'list' && node.extent.kind === 'sentinel')) {
        visit(
          child,
          functions.filter((fn) => fn === 'write' || fn === 'size'),
          parts,
        );
      }
      if (node.kind === 'peek') visit(child, ['read'], parts);
    }
  };
  for (const [module, own] of names) {
    for (const root of module.roots) {
      visit(root.root, ['read', 'write', 'size'], own);
      visit(searchedRoot(root), ['read', 'write', 'size'], own);
    }
  }
  return needs;
}

/** Structs that are used outside of the module they live in. */
function collectUsers(homes: ReadonlyMap<KnownStruct, SchemaModule>): ReadonlySet<KnownStruct> {
  const shared = new Set<KnownStruct>();
  for (const [known, home] of homes) {
    for (const part of known.parts.values()) if (homes.get(part) !== home) shared.add(part);
  }
  return shared;
}
