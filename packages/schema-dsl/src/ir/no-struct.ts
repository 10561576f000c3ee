import type { StructIR } from './schema.js';

/** What is around something that is in no struct: a root, a value by itself. It has no fields, and no name. */
export const NO_STRUCT: StructIR = {
  name: '',
  doc: undefined,
  fields: [],
  checks: [],
  flat: undefined,
  parameters: [],
  recursive: false,
};
