import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { structsIn, visitNodes } from '@bytewright/schema-dsl/ir';
import type { ModulePlan } from './generation-plan.js';
import type { TableLimit } from './is-tabled.js';
import { hasManyArms, isTabled, withoutDemands } from './is-tabled.js';
import { uncapitalize } from './uncapitalize.js';

/** A module to whose arms others may be added. */
type OfferingPlan = ModulePlan & { readonly arms: Map<string, NodeIR> };

/**
 * Has each struct that is an arm of a module's large table offered as one by the module that it lives in, so that all tables share
 * it. The first table says how it is searched for; one that searches otherwise has an arm of its own.
 *
 * A module that another package has offers what that package's own tables take.
 */
export function offerArms(plan: ModulePlan): void {
  for (const { node, struct } of armsOf(
    Object.values(plan.definitions).filter((one) => isOwn(one, plan)),
    plan,
  )) {
    const home = plan.homes.get(struct) as OfferingPlan | undefined; // all plans are being made
    if (home === undefined || home === plan || home.isElsewhere !== plan.isElsewhere) continue;
    // its constant is named after it, so of two that differ in their first letter's case only one is offered
    const isNameTaken = [...home.arms.keys()].some(
      (one) => one !== struct && uncapitalize(one) === uncapitalize(struct),
    );
    if (!home.arms.has(struct) && !isNameTaken) home.arms.set(struct, node);
  }
}

const isOwn = ({ name }: StructIR, plan: ModulePlan): boolean => plan.homes.get(name) === plan;

function armsOf(
  structs: readonly StructIR[],
  limit: TableLimit,
): readonly { readonly struct: string; readonly node: NodeIR }[] {
  const found: { readonly struct: string; readonly node: NodeIR }[] = [];
  for (const { fields } of structs) {
    for (const field of fields) {
      visitNodes(field.node, (node) => {
        if (node.kind !== 'union' || !isTabled(node, limit) || !hasManyArms(node, limit)) return;
        for (const arm of node.arms)
          for (const struct of structsIn(withoutDemands(arm.node)))
            found.push({ struct, node: withoutDemands(arm.node) });
      });
    }
  }
  return found;
}
