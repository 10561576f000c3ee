import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import * as runtime from '@bytewright/runtime/codec';
import ts from 'typescript';
import { generateModules } from '../../src/generate/generate-modules.js';
import { schemaModuleOf } from '../../src/plan/schema-module-of.js';
import type { GeneratedModule } from '../differential/generate-code.js';
import * as checksums from './external/checksums.js';
import * as custom from './external/custom.js';
import * as processors from './external/processors.js';

const GOLDEN = new URL('./', import.meta.url);

/** What generated golden modules import beside one another. */
const IMPORTED: Readonly<Record<string, object>> = {
  '@bytewright/runtime/codec': { ...runtime },
  '../external/checksums.js': checksums,
  '../external/custom.js': custom,
  '../external/processors.js': processors,
};

/** A golden module as the generator makes it now. */
export interface AnewModule {
  readonly module: GeneratedModule;
  /** Whether its text is not the committed one. */
  readonly isOther: boolean;
}

/**
 * All golden modules as the generator makes them now, by the names of their files, without writing them: for generators
 * that are changed on purpose.
 */
export async function generateGoldenAnew(): Promise<ReadonlyMap<string, AnewModule>> {
  const names = readdirSync(new URL('schemas/', GOLDEN)).sort();
  const modules = await Promise.all(
    names.map(async (name) => {
      const schemas = (await import(new URL(`schemas/${name}`, GOLDEN).href)) as object;
      return schemaModuleOf({ ...schemas }, { source: `schemas/${name}` }, 'generated');
    }),
  );
  const configuration = fileURLToPath(new URL('bytewright.config.ts', GOLDEN));
  const files = await generateModules(modules, undefined, { configuration });
  const texts = new Map(
    files.map(({ path, text }) => [path.replace(/^.*\//, ''), text]),
  );
  const loaded = new Map<string, GeneratedModule>();
  return new Map(
    names.map((name) => {
      const committed = readFileSync(new URL(`generated/${name}`, GOLDEN), 'utf8');
      return [name, { module: load(name, texts, loaded), isOther: texts.get(name) !== committed }];
    }),
  );
}

/** Loads one of the texts, and the others that it imports. */
function load(
  name: string,
  texts: ReadonlyMap<string, string>,
  loaded: Map<string, GeneratedModule>,
): GeneratedModule {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const exported: GeneratedModule = {};
  loaded.set(name, exported);
  const { outputText } = ts.transpileModule(texts.get(name) ?? '', {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  compileFunction(outputText, ['exports', 'require'])(
    exported,
    (path: string) => IMPORTED[path] ?? load(path.replace(/^\.\/(.*)js$/, '$1ts'), texts, loaded),
  );
  return exported;
}
