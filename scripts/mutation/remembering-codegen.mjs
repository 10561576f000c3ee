// The generator for tests that run again for each mutant. No mutant that Stryker makes here is the generator's, so the code for
// an IR is generated once.
import * as codegen from '@bytewright/codegen';

/** @type {Map<string, ReturnType<typeof codegen.generateModules>>} */
const known = new Map();

/** @type {typeof codegen.generateModules} */
export function generateModules(modules, ...rest) {
  const key = JSON.stringify([modules.map(({ exported, ...module }) => [module, [...exported]]), rest]);
  const files = known.get(key) ?? codegen.generateModules(modules, ...rest);
  known.set(key, files);
  return files;
}
