import type { StructIR } from './schema.js';

/** Stands in for the struct of something outside any struct: a root, or a value by itself. It has no fields and no name. */
export const NO_STRUCT: StructIR = {
  name: '',
  doc: undefined,
  fields: [],
  checks: [],
  flat: undefined,
  parameters: [],
  recursive: false,
};
