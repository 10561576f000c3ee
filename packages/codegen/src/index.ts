export { type Config, defineConfig, type ModuleConfig } from './config.js';
export { ConfigError } from './config-error.js';
export { compareFiles, type StaleFile } from './files/compare-files.js';
export { type WriteResult, writeFiles } from './files/write-files.js';
export { generateFiles } from './generate-files.js';
export { type GeneratedFile, generateModules } from './generate-modules.js';
export { loadConfig } from './load-config.js';
export type { SchemaModule } from './plan/generation-plan.js';
