import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { structsIn, visitNodes } from '@bytewright/schema-dsl/ir';
import type { ModulePlan, StructPlan } from './generation-plan.js';
import type { TableLimit } from './is-tabled.js';
import { hasManyArms, isTabled } from './is-tabled.js';
import { partsOf } from './parts-of.js';

/** A module whose structs may be moved to others. */
type CutPlan = ModulePlan & {
  readonly homes: Map<string, ModulePlan>;
  readonly arms: Map<string, NodeIR>;
  structs: readonly StructPlan[];
};

/** About as many lines as make a module too long to be read: some 1,350. */
const MOST = 1_000;

/** What a struct and a field come to in lines, less what grows with their kind. */
const STRUCT = 45;
const FIELD = 9;

/**
 * Cuts a module that would be too long at the arms of its large tables, such as the subsections of a device: each arm's struct, with
 * what only that needs, becomes a module of its own in a folder of the module's name. What is left keeps its path, and so does each
 * root: another package's module has to be listed with the roots that it was generated with.
 *
 * @param plans all plans of the run: those that use what is moved find it in its new place
 * @returns the modules that were cut off
 */
export function cutModule(plan: CutPlan, plans: readonly CutPlan[]): readonly ModulePlan[] {
  const own = new Map(Object.entries(plan.definitions).filter(([name]) => plan.homes.get(name) === plan));
  if (weightOf([...own.values()]) <= MOST) return [];
  const cut = new Map<string, readonly string[]>();
  const paths = new Set(plans.map(({ output }) => output));
  for (const arm of armsOf(own, plan)) {
    const names = [...ownPartsOf(arm, own)];
    const path = pathOf(plan, arm);
    // what is decoded by itself stays where its users import it from
    const isFree = (name: string): boolean =>
      !plan.roots.includes(name) && (name === arm || !isUsedBeside(name, names, own));
    if (paths.has(path) || !names.every(isFree)) continue;
    paths.add(path);
    cut.set(arm, names);
  }
  const isMoved = new Set([...cut.values()].flat());
  const exported = plan.structs.map((one) => ({ ...one, isShared: true })); // each part imports what it needs
  const parts = [...cut].map(
    ([arm, names]): ModulePlan => ({
      ...plan,
      output: pathOf(plan, arm),
      cutFrom: plan,
      structs: names.flatMap((name) => exported.find(({ struct }) => struct.name === name) ?? []),
      arms: new Map([...plan.arms].filter(([name]) => names.includes(name))),
      offered: new Map(),
      exported: new Map(),
      roots: [],
      extended: undefined,
    }),
  );
  for (const name of isMoved) plan.arms.delete(name);
  plan.structs = exported.filter(({ struct }) => !isMoved.has(struct.name));
  const homes = new Map(
    [...cut.values()].flatMap((names, i) => names.map((name) => [name, parts[i]] as const)),
  );
  for (const user of plans)
    for (const [name, home] of user.homes) if (home === plan) user.homes.set(name, homes.get(name) ?? home);
  return parts;
}

/** Where a part is generated; or what it is imported as, where another package has it. */
const pathOf = ({ output, isElsewhere }: ModulePlan, arm: string): string =>
  isElsewhere ? `${output}/${kebab(arm)}` : output.replace(/\.ts$/, `/${kebab(arm)}.ts`);

const weightOf = (structs: readonly StructIR[]): number =>
  structs.reduce((sum, { fields }) => sum + STRUCT + FIELD * fields.length, 0);

/** Structs of the module that are arms of a large table of its own. */
function armsOf(own: ReadonlyMap<string, StructIR>, limit: TableLimit): readonly string[] {
  const found = new Set<string>();
  for (const { fields } of own.values())
    for (const { node } of fields)
      visitNodes(node, (inner) => {
        if (inner.kind !== 'union' || !isTabled(inner, limit) || !hasManyArms(inner, limit)) return;
        for (const arm of inner.arms)
          for (const name of structsIn(arm.node)) if (own.has(name)) found.add(name);
      });
  return [...found];
}

/** A struct of the module and those of the module that it consists of. */
function ownPartsOf(name: string, own: ReadonlyMap<string, StructIR>): ReadonlySet<string> {
  const reached = new Set([name]);
  for (const one of reached) {
    const struct = own.get(one) as StructIR; // only own ones are added
    for (const part of partsOf(struct)) if (own.has(part)) reached.add(part); // sets grow while walked
  }
  return reached;
}

/** Whether something else of the module needs a struct that would go with an arm. */
function isUsedBeside(
  name: string,
  together: readonly string[],
  own: ReadonlyMap<string, StructIR>,
): boolean {
  return [...own].some(([user, struct]) => !together.includes(user) && partsOf(struct).has(name));
}

/** `CpuNestedState` as a file is named: `cpu-nested-state`. */
const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
