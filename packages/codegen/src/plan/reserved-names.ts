/** Types and values that generated code uses by their global names. */
export const GLOBALS: readonly string[] = [
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'Boolean',
  'DataView',
  'Float32Array',
  'Float64Array',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'Math',
  'Number',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
];
