import type { UnionNode } from '@bytewright/schema-dsl/ir';
import { isSearchedArm, isTable } from '@bytewright/schema-dsl/ir';

/** How many arms make code for a union a table. Tests take fewer, so that what they draw becomes tables. */
export const tables = { from: 8 };

/** Whether a union has so many arms that the type of its value is made from its table. */
export function hasManyArms({ arms }: UnionNode): boolean {
  return arms.length >= tables.from;
}

/** From so many arms on, a table is a module of its own. */
const MODULE = 32;

/** Whether a union has so many arms that its table is a module of its own, beside the code that chooses. */
export function hasOwnModule({ arms }: UnionNode): boolean {
  return arms.length >= MODULE;
}

/** Whether code for a union is a table of its arms: where there are many, or where more is searched for than the arm. */
export function isTabled(node: UnionNode): boolean {
  return isTable(node) && (hasManyArms(node) || node.arms.some((arm) => isSearchedArm(node, arm)));
}
