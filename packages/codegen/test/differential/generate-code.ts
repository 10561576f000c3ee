import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GeneratedFile, SchemaModule } from '@bytewright/codegen';
import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import ts from 'typescript';
import { draftModules } from '../../src/generate/draft-modules.js';
import type { TableLimit } from '../../src/plan/is-tabled.js';

/** The source of a door of this repository's, which modules outside of it do not find by its name. */
function sourcesOf(name: string): string {
  const [, folder = '', ...door] = name.split('/');
  const sources = new URL(`../../../${folder}/src/`, import.meta.url);
  const files = door.length === 0 ? ['index.ts'] : [`${door.join('/')}.ts`, `${door.join('/')}/index.ts`];
  const file = files.find((one) => existsSync(new URL(one, sources))) ?? '';
  return new URL(file, sources).href;
}

/** What a generated module exports. */
export type GeneratedModule = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** A schema module as the command would load it: structs with free parameters are not roots, unless each has a default. */
export function schemaModule(name: string, schemas: readonly Node<unknown>[]): SchemaModule {
  const exported = new Map(
    schemas.map((schema) => {
      const ir = irOf(schema, { allowParameters: true });
      return [ir.root.kind === 'struct' ? ir.root.name : '', ir] as const;
    }),
  );
  const roots = [...exported].filter(([struct, ir]) =>
    ir.structs[struct]?.parameters.every((p) => p.default !== undefined),
  );
  return { source: `${name}.ts`, output: `${name}.ts`, roots: roots.map(([, ir]) => ir), exported };
}

/** The generated text of one module of schemas, without a layout: that only changes where its lines break. */
export function generatedText(schemas: readonly Node<unknown>[], limit: Partial<TableLimit> = {}): string {
  const [draft] = draftModules([schemaModule('schema', schemas)], undefined, limit).modules;
  if (draft === undefined) throw new TypeError('nothing was generated');
  return draft.text;
}

/** A folder for generated modules that can be imported. `remove` deletes it. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'bytewright-'));
  /** What was imported, by its texts: no module is ever forgotten, and tests of mutants ask for the same ones over and over. */
  readonly #known = new Map<string, Promise<readonly GeneratedModule[]>>();

  /** Generates code for schemas, transpiles it and imports it. */
  async load(schemas: readonly Node<unknown>[]): Promise<GeneratedModule> {
    return this.import(generatedText(schemas));
  }

  /** Transpiles a module's text and imports it. */
  async import(text: string): Promise<GeneratedModule> {
    const [module] = await this.importAll([{ path: 'module.ts', text }]);
    return module ?? {};
  }

  /** The same for modules that import one another. */
  async importAll(files: readonly GeneratedFile[]): Promise<readonly GeneratedModule[]> {
    const key = JSON.stringify(files);
    const known = this.#known.get(key) ?? this.#importAnew(files, String(this.#known.size));
    this.#known.set(key, known);
    return known;
  }

  async #importAnew(files: readonly GeneratedFile[], name: string): Promise<readonly GeneratedModule[]> {
    const folder = join(this.#folder, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const paths = files.map(({ path, text }) => {
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      const file = join(folder, path.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        outputText
          .replace(/'(@bytewright\/[^']+)'/g, (_, name: string) => JSON.stringify(sourcesOf(name)))
          .replace(/'(\.\/own-code\.js)'/g, (_, name: string) =>
            JSON.stringify(new URL(name.replace(/js$/, 'ts'), import.meta.url).href),
          ),
      );
      return file;
    });
    const modules: unknown[] = [];
    for (const path of paths) modules.push(await import(/* @vite-ignore */ pathToFileURL(path).href));
    return modules as GeneratedModule[]; // exports of functions only
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
