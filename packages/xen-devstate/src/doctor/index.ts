export { type Diagnosis, diagnose } from './diagnose.js';
export type { Cause, Finding, FindingSection } from './finding.js';
export { type Fix, fix } from './fix.js';
export { machineFacts } from './machine-facts.js';
export { SILENCE } from './qemu-says.js';
export type { Target } from './target.js';
