/** The limit of depth unless options say otherwise. */
export const DEFAULT_DEPTH = 128;

/**
 * The language's own limit of depth: a larger one that is asked for, `Infinity` too, means this one. At this depth the
 * heaviest chain of structs fits in half of the stack that Node gives a program, so that no caller meets its end.
 */
export const GREATEST_DEPTH = 256;

/** Bounds on what decoding may cost, whatever the input says. */
export interface Limits {
  /** Bytes of input. */
  readonly inputSize: number;
  /** Nested structs of a schema that can contain itself; {@link GREATEST_DEPTH} at most. */
  readonly depth: number;
  /** Elements of lists, in all; lists of plain numbers do not count, as their bytes bound them. */
  readonly elements: number;
}

/** The limits unless options say otherwise: 256 MiB, 128 levels, 16,777,216 elements. */
export const DEFAULT_LIMITS: Limits = /*@__PURE__*/ Object.freeze({
  inputSize: 256 * 2 ** 20,
  depth: DEFAULT_DEPTH,
  elements: 2 ** 24,
});

/**
 * Limits with the defaults for those that are left out.
 *
 * @throws TypeError for a limit that is not a number, or negative: NaN would be no limit at all. `Infinity` is one, but
 * for the depth, which has a limit of its own.
 */
export function resolveLimits(limits: Partial<Limits> | undefined): Limits {
  if (limits === undefined) return DEFAULT_LIMITS;
  return {
    inputSize: resolveLimit(limits, 'inputSize'),
    depth: Math.min(resolveLimit(limits, 'depth'), GREATEST_DEPTH),
    elements: resolveLimit(limits, 'elements'),
  };
}

function resolveLimit(limits: Partial<Limits>, name: keyof Limits): number {
  const limit = limits[name] ?? DEFAULT_LIMITS[name];
  if (typeof limit !== 'number' || !(limit >= 0))
    throw new TypeError(`The limit ${name} is a number, 0 or more`);
  return limit;
}
