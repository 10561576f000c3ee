import type { NodeIR, TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { structsIn, tagsOf } from '@bytewright/schema-dsl/ir';
import type { ExtendedTable, ModulePlan } from './generation-plan.js';
import { hasOwnModule, isTabled, withoutDemands } from './is-tabled.js';

/** A union whose table is a module of its own. */
interface LargeTable {
  readonly module: ModulePlan;
  readonly struct: string;
  readonly field: string;
  readonly union: UnionNode;
}

/**
 * The table that a module's own large table extends, if another package has one whose arms come in the same order: most arms of a
 * catalog's table with a few devices added are the catalog's.
 */
export function extendedTable(plan: ModulePlan, all: readonly ModulePlan[]): ExtendedTable | undefined {
  const own = largeTableOf(plan);
  if (own === undefined || plan.isElsewhere) return undefined;
  const found = all
    .filter(({ isElsewhere }) => isElsewhere)
    .flatMap((other) => largeTableOf(other) ?? [])
    .flatMap((other) => extension(own, other));
  return found.sort((a, b) => b.same.size - a.same.size)[0];
}

function largeTableOf(plan: ModulePlan): LargeTable | undefined {
  for (const { name, fields } of Object.values(plan.definitions)) {
    if (plan.homes.get(name) !== plan) continue;
    for (const field of fields) {
      const union = unionOf(field.node);
      if (union !== undefined && isTabled(union, plan) && hasOwnModule(union, plan))
        return { module: plan, struct: name, field: field.name, union };
    }
  }
  return undefined;
}

const unionOf = (node: NodeIR): UnionNode | undefined =>
  node.kind === 'bind' ? unionOf(node.node) : node.kind === 'union' ? node : undefined;

function extension(own: LargeTable, other: LargeTable): readonly ExtendedTable[] {
  const ours = new Map(own.union.arms.map((arm) => [arm.name, arm]));
  const theirs = other.union.arms;
  const order = own.union.arms
    .map(({ name }) => name)
    .filter((name) => theirs.some((arm) => arm.name === name));
  const isInOrder = theirs.every(({ name }, i) => order[i] === name);
  const same = theirs.filter((arm) => isSame(arm, ours.get(arm.name), own.module, other.module));
  if (!isInOrder || 2 * same.length < own.union.arms.length) return [];
  const { module, struct, field } = other;
  return [
    {
      module,
      by: { struct: own.struct, field: own.field },
      struct,
      field,
      arms: new Set(theirs.map(({ name }) => name)),
      same: new Set(same.map(({ name }) => name)),
    },
  ];
}

function isSame(
  one: TaggedArmIR,
  other: TaggedArmIR | undefined,
  { homes }: ModulePlan,
  { homes: theirs }: ModulePlan,
): boolean {
  if (other === undefined) return false;
  const textOf = (arm: TaggedArmIR): string => JSON.stringify([tagsOf(arm), withoutDemands(arm.node)]);
  return (
    textOf(one) === textOf(other) &&
    structsIn(withoutDemands(one.node)).every((struct) => homes.get(struct) === theirs.get(struct))
  );
}
