import type { ReadingArm } from '../arms/arm.js';
import type { ArmTable, Demand } from '../arms/arm-table.js';
import { armTable } from '../arms/arm-table.js';

/** What has to follow: nothing, as the arm is all of the input. */
const atEnd: Demand<unknown> = (_bytes, _view, start, end) => (start === end ? end : -1);

/** The only arm of such a table. It has no name: what was tried of it is called by its parameters. */
export interface WholeInput<V> {
  readonly root: V;
}

const tables = new WeakMap<object, unknown>();

/**
 * The table by which an arm is a whole input: its parameters are tried in turn up to the end. Made when it is first asked for, so that a
 * module does nothing when it is imported.
 *
 * @example `wholeInputTable(pciReading)` has a candidate for each combination of `pciReading.searched`
 */
export function wholeInputTable<V, C, F>(arm: ReadingArm<V, C, F>): ArmTable<WholeInput<V>, C> {
  const known = tables.get(arm) as ArmTable<WholeInput<V>, C> | undefined; // made below, of the same arm
  if (known !== undefined) return known;
  const table = armTable<WholeInput<V>, C, string, string>(
    { root: arm },
    { tag: '', member: '', demands: [atEnd], demanded: 'the end' },
  );
  tables.set(arm, table);
  return table;
}
