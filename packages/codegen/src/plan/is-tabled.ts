import type { NodeIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { isSearchedArm, isTable, structsIn } from '@bytewright/schema-dsl/ir';
import type { ModulePlan } from './generation-plan.js';

/** How many arms make code for a union a table. */
export const MANY_ARMS = 8;

/** How many arms make code for a union a table, where it is not {@link MANY_ARMS}: tests take fewer. */
export interface TableLimit {
  readonly tablesFrom: number;
}

/** Whether a union has so many arms that the type of its value is made from its table. */
export function hasManyArms({ arms }: UnionNode, { tablesFrom }: TableLimit): boolean {
  return arms.length >= tablesFrom;
}

/** From so many arms on, a table is a module of its own. */
const MODULE = 32;

/**
 * Whether a union's table is a module of its own, beside the code that chooses: it has so many arms, and none of them is a struct of
 * the module itself, which both would import from one another.
 */
export function hasOwnModule({ arms }: UnionNode, module: ModulePlan): boolean {
  const isOwn = (struct: string): boolean => module.homes.get(struct) === module;
  return arms.length >= MODULE && !arms.some(({ node }) => structsIn(withoutDemands(node)).some(isOwn));
}

/** An arm without what has to follow it: that is the table's. */
export function withoutDemands(node: NodeIR): NodeIR {
  if (node.kind !== 'search') return node;
  const { followedBy: _, ...rest } = node;
  return { ...rest, node: withoutDemands(node.node) };
}

/** Whether code for a union is a table of its arms: where there are many, or where more is searched for than the arm. */
export function isTabled(node: UnionNode, limit: TableLimit): boolean {
  return isTable(node) && (hasManyArms(node, limit) || node.arms.some((arm) => isSearchedArm(node, arm)));
}
