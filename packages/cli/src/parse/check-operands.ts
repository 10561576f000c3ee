import type { Operand } from '../command/operand.js';
import { UsageError } from '../exit/usage-error.js';

/**
 * Checks the number of operands.
 *
 * @throws UsageError if one is missing, or there are too many
 * @example `checkOperands([], [{ name: 'FILE' }])` throws `FILE is missing`
 */
export function checkOperands(given: readonly string[], operands: readonly Operand[]): void {
  const missing = operands.find(({ optional }, i) => i >= given.length && !optional);
  if (missing !== undefined) throw new UsageError(`${missing.name} is missing`);
  const last = operands.at(-1);
  if (last?.repeats) return;
  const extra = given.slice(operands.length).join(' ');
  if (extra === '') return;
  throw new UsageError(
    last === undefined ? `unexpected argument ${extra}` : `expected one ${last.name}; unexpected ${extra}`,
  );
}
