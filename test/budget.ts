/** How often a test tries something. */
export interface Budget {
  /** On every day: what `npm test` does. */
  readonly everyDay: number;
  /** At night: what `npm run test:deep` does. */
  readonly deep: number;
}

/** Whether the long budgets apply. */
export const isDeep = process.env.BYTEWRIGHT_BUDGET === 'deep';

/**
 * The seed of everything that a test draws and has no seed of its own for. It is the same on every day, so that a test
 * that was green stays so; a deep run can be given another by `--seed`.
 */
export const SEED = Number(process.env.BYTEWRIGHT_SEED ?? 20_260_101);

/**
 * How many inputs, schemas or damages a test draws in this run.
 *
 * @example
 * fc.assert(property, { numRuns: budget({ everyDay: 100, deep: 5000 }) });
 */
export function budget({ everyDay, deep }: Budget): number {
  return isDeep ? deep : everyDay;
}
