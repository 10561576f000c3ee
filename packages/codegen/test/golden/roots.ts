import { fileURLToPath } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import type { GeneratedModule } from '../differential/generate-code.js';
import type { Example } from './example.js';

/** A golden module: what is generated from it, its structs that decode by themselves, and examples drawn by hand. */
export interface GoldenModule {
  readonly generated: GeneratedModule;
  readonly roots: ReadonlyMap<string, Node<unknown>>;
  readonly examples: readonly Example[];
}

/** Loads one golden module, as vitest loads it, by the name of its file. */
export async function loadGolden(file: string): Promise<GoldenModule> {
  const generated = (await load(`generated/${file}`)) as GeneratedModule;
  const roots = rootsOf((await load(`schemas/${file}`)) as object, generated);
  const { examples } = (await load(`bytes/${file}`)) as { readonly examples: readonly Example[] };
  return { generated, roots, examples };
}

async function load(path: string): Promise<unknown> {
  return import(fileURLToPath(new URL(path, import.meta.url)));
}

/** The exported structs that generated code decodes by themselves, by name. */
function rootsOf(module: object, generated: GeneratedModule): ReadonlyMap<string, Node<unknown>> {
  const structs = Object.values(module).filter(
    (value): value is Node<unknown> => isNode(value) && value.definition.kind === 'struct',
  );
  const named = structs.map((schema) => {
    const { root } = irOf(schema, { allowParameters: true });
    return [root.kind === 'struct' ? root.name : '', schema] as const;
  });
  return new Map(named.filter(([name]) => `decode${name}` in generated));
}
