import { solveParameter } from '../attempts/solve-parameter.js';
import type { Nesting } from '../output/nesting.js';
import { createOutput } from '../output/output.js';
import type { AnyWritingArm } from './arm.js';
import type { AnyArmTable } from './arm-table.js';

/**
 * The facts with which an arm's value can be encoded: as its shape tells them, or else the first with which that works. Where there
 * are none, those with which it comes furthest, as the error tells most then.
 *
 * @example of `pciConfigSize: [256, 4096]` and a value whose configuration has 4032 more bytes: `{ pciConfigSize: 4096 }`
 */
export function solveFacts<C>(
  { byName }: AnyArmTable<C>,
  name: string,
  arm: AnyWritingArm<C>,
  value: never,
  context: C,
  nesting: Nesting,
): never {
  const candidates: readonly { readonly facts: object }[] = byName.get(name) ?? [];
  if (candidates.length === 1 && candidates[0] !== undefined) return candidates[0].facts as never;
  const told = Object.entries(arm.factsOf?.(value, context) ?? {});
  const [first, ...others] = candidates.filter(({ facts }) =>
    told.every(([fact, is]) => Object.is(Reflect.get(facts, fact), is)),
  );
  if (first === undefined) throw new TypeError(`${name} tells facts that are not searched for`);
  const found = solveParameter([first, ...others], ({ facts }) => {
    const own = facts as never; // its own, whatever their type
    arm.write(createOutput(arm.measure(value, context, own, nesting), -1, nesting), value, context, own);
  });
  return found.facts as never;
}
