/** One way to read and write a file; every field of it. */
export interface Contender {
  readonly name: string;
  /** `undefined` where only the encoder is of interest. */
  readonly decode: ((bytes: Uint8Array) => unknown) | undefined;
  /** `undefined` where there is no encoder. */
  readonly encode: ((value: unknown) => Uint8Array) | undefined;
  /** What it decodes, in the shape of the generated code's value. For comparing: it is not measured. */
  normalise(value: unknown): unknown;
}
