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
