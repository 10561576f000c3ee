/** Bounds on what decoding may cost, whatever the input says. */
export interface Limits {
  /** Bytes of input. */
  readonly inputSize: number;
  /** Nested structs of a schema that can contain itself. */
  readonly depth: number;
  /** Elements of lists, in all; lists of plain numbers do not count, as their bytes bound them. */
  readonly elements: number;
}

/** The limits unless options say otherwise: 256 MiB, 128 levels, 16,777,216 elements. */
export const DEFAULT_LIMITS: Limits = /*@__PURE__*/ Object.freeze({
  inputSize: 256 * 2 ** 20,
  depth: 128,
  elements: 2 ** 24,
});

/**
 * Limits with the defaults for those that are left out.
 *
 * @throws TypeError for a limit that is no number, or negative: NaN would be no limit at all. `Infinity` is one.
 */
export function resolveLimits(limits: Partial<Limits> | undefined): Limits {
  if (limits === undefined) return DEFAULT_LIMITS;
  return {
    inputSize: resolveLimit(limits, 'inputSize'),
    depth: resolveLimit(limits, 'depth'),
    elements: resolveLimit(limits, 'elements'),
  };
}

function resolveLimit(limits: Partial<Limits>, name: keyof Limits): number {
  const limit = limits[name] ?? DEFAULT_LIMITS[name];
  if (typeof limit !== 'number' || !(limit >= 0))
    throw new TypeError(`The limit ${name} is a number, 0 or more`);
  return limit;
}
