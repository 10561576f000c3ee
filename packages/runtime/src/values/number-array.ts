/** The typed arrays that lists of plain numbers decode to. */
export interface NumberArrays {
  readonly Uint8Array: Uint8Array;
  readonly Int8Array: Int8Array;
  readonly Uint16Array: Uint16Array;
  readonly Int16Array: Int16Array;
  readonly Uint32Array: Uint32Array;
  readonly Int32Array: Int32Array;
  readonly BigUint64Array: BigUint64Array;
  readonly BigInt64Array: BigInt64Array;
  readonly Float32Array: Float32Array;
  readonly Float64Array: Float64Array;
}

/** Any of them. */
export type NumberArray = NumberArrays[keyof NumberArrays];
