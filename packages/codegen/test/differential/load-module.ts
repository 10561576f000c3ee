import { compileFunction } from 'node:vm';
import * as codec from '@bytewright/runtime/codec';
import ts from 'typescript';
import type { GeneratedModule } from './generate-code.js';
import * as ownCode from './own-code.js';

/** What generated texts of made-up schemas may import. */
const MODULES: Readonly<Record<string, object>> = {
  '@bytewright/runtime/codec': { ...codec }, // as plain members: the test runner's own are getters that swallow errors
  './own-code.js': ownCode,
};

/**
 * Loads a generated text without a file, so that what is no longer used is collected: for thousands of texts. `others` are
 * further modules that it imports.
 */
export function loadModule(text: string, others: Readonly<Record<string, object>> = {}): GeneratedModule {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exported: GeneratedModule = {};
  compileFunction(outputText, ['exports', 'require'])(exported, (name: string) => {
    const module = others[name] ?? MODULES[name];
    if (module === undefined) throw new TypeError(`the generated text imports ${name}`);
    return module;
  });
  return exported;
}
