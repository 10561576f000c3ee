export { type Capabilities, type Capability, capabilities, type Support } from './capabilities.js';
export { parseWithBinaryParser } from './parse-with-binary-parser.js';
export { RejectedInputError } from './rejected-input-error.js';
export type { Parsed, SchemaParser } from './schema-parser.js';
export { parserOfIR, toBinaryParser } from './to-binary-parser.js';
export { UnsupportedConstructError } from './unsupported-construct-error.js';
