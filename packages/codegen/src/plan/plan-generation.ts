import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, virtualHeaders } from '@bytewright/schema-dsl/ir';
import { GLOBALS } from '../emit/names.js';
import type {
  GenerationPlan,
  ModulePlan,
  SchemaModule,
  StructFunction,
  StructPlan,
} from './generation-plan.js';
import { referencedFields } from './referenced-fields.js';

/**
 * Decides what is generated where: each struct in the module that exports it, or else in the first one that
 * uses it, with the functions that somebody needs.
 *
 * @throws TypeError where two modules have different structs of one name.
 */
export function planGeneration(modules: readonly SchemaModule[]): GenerationPlan {
  const structs = collectStructs(modules);
  const homes = chooseHomes(modules);
  const needs = collectNeeds(modules, structs);
  const users = collectUsers(structs, homes);
  const plans = modules.map((module): ModulePlan => {
    const own = [...homes].filter(([, home]) => home === module).map(([name]) => name);
    return {
      source: module.source,
      output: module.output,
      structs: own
        .map((name): StructPlan => {
          const isRoot = module.roots.some((root) => root.root.kind === 'struct' && root.root.name === name);
          const struct = structs[name] as StructIR; // homes holds known structs only
          return { struct, isRoot, functions: needs.get(name) ?? new Set(), isShared: users.has(name) };
        })
        .filter((plan) => plan.functions.size > 0),
    };
  });
  const home = new Map<string, ModulePlan>();
  for (const [name, module] of homes) {
    const plan = plans[modules.indexOf(module)];
    if (plan !== undefined) home.set(name, plan);
  }
  return { modules: plans, structs, home };
}

function collectStructs(modules: readonly SchemaModule[]): Record<string, StructIR> {
  const structs: Record<string, StructIR> = {};
  for (const module of modules) {
    for (const ir of module.exported.values()) {
      for (const [name, struct] of Object.entries(ir.structs)) {
        const known = structs[name];
        if (known !== undefined && JSON.stringify(known) !== JSON.stringify(struct)) {
          throw new TypeError(
            `${module.source}: another module has a different struct called ${name}; rename one of them`,
          );
        }
        if (GLOBALS.includes(name))
          throw new TypeError(
            `${module.source}: a type called ${name} would hide JavaScript's own; rename the struct`,
          );
        structs[name] ??= struct;
      }
    }
  }
  return structs;
}

function chooseHomes(modules: readonly SchemaModule[]): Map<string, SchemaModule> {
  const homes = new Map<string, SchemaModule>();
  for (const module of modules)
    for (const name of module.exported.keys()) if (!homes.has(name)) homes.set(name, module);
  for (const module of modules) {
    for (const ir of module.exported.values()) {
      for (const name of Object.keys(ir.structs)) if (!homes.has(name)) homes.set(name, module);
    }
  }
  return homes;
}

function collectNeeds(
  modules: readonly SchemaModule[],
  structs: Record<string, StructIR>,
): Map<string, Set<StructFunction>> {
  const needs = new Map<string, Set<StructFunction>>();
  const require = (name: string, functions: readonly StructFunction[]): void => {
    const known = needs.get(name) ?? new Set();
    const added = functions.filter((fn) => !known.has(fn));
    if (added.length === 0) return;
    needs.set(name, new Set([...known, ...added]));
    const struct = structs[name];
    if (struct === undefined) return;
    // a look-ahead makes values only of what its conditions ask for
    const asked = added.includes('match') ? referencedFields(struct) : new Set<string>();
    for (const header of virtualHeaders(struct)) require(header.struct, ['write']);
    for (const field of struct.fields) {
      visit(field.node, added);
      if (asked.has(field.name)) visit(field.node, ['read']);
    }
  };
  const visit = (node: NodeIR, functions: readonly StructFunction[]): void => {
    if (node.kind === 'struct') {
      require(node.name, functions);
      return;
    }
    const { inline, ahead } = childrenOf(node);
    for (const child of inline) visit(child, functions);
    // a condition on elements asks for their values, also where they are only tried
    if (node.kind === 'list' && node.extent.kind === 'last' && functions.includes('match'))
      visit(node.element, ['read']);
    if (node.kind === 'list' && node.extent.kind === 'while' && node.extent.holds !== undefined)
      visit(node.extent.ahead, ['read']);
    for (const child of ahead) {
      visit(child, ['match']);
      // alternatives and presences are tried first, then read and written; a sentinel and a presence are only written
      if (node.kind === 'firstOf' && node.arms.some((arm) => arm.node === child)) visit(child, functions);
      if (node.kind === 'presence' || (node.kind === 'list' && node.extent.kind === 'sentinel')) {
        visit(
          child,
          functions.filter((fn) => fn === 'write' || fn === 'size'),
        );
      }
      if (node.kind === 'peek') visit(child, ['read']);
    }
  };
  for (const module of modules) {
    for (const { root } of module.roots) visit(root, ['read', 'write', 'size']);
  }
  return needs;
}

/** Structs that are used outside of the module they live in. */
function collectUsers(
  structs: Record<string, StructIR>,
  homes: ReadonlyMap<string, SchemaModule>,
): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const [name, struct] of Object.entries(structs)) {
    const visit = (node: NodeIR): void => {
      if (node.kind === 'struct' && homes.get(node.name) !== homes.get(name)) shared.add(node.name);
      const { inline, ahead } = childrenOf(node);
      for (const child of [...inline, ...ahead]) visit(child);
    };
    for (const field of struct.fields) visit(field.node);
    for (const header of virtualHeaders(struct)) visit({ kind: 'struct', name: header.struct });
  }
  return shared;
}
