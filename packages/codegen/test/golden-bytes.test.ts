import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { difference } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';
import { Codecs } from './differential/codecs.js';
import type { GeneratedModule } from './differential/generate-code.js';
import { readDrawnBytes } from './drawn/drawn-bytes.js';
import { drawnError } from './drawn/drawn-error.js';
import type { Example } from './golden/example.js';

const golden = new URL('./golden/', import.meta.url);

/** A module of the golden folder, as vitest loads it. */
const load = async (path: string): Promise<unknown> => import(fileURLToPath(new URL(path, golden)));

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

// Written by hand from the rules of the language: what the interpreter and generated code agree on can still be wrong.
describe.each(readdirSync(new URL('schemas/', golden)).sort())('%s', async (file) => {
  const generated = (await load(`generated/${file}`)) as GeneratedModule;
  const roots = rootsOf((await load(`schemas/${file}`)) as object, generated);
  const { examples } = (await load(`bytes/${file}`)) as { readonly examples: readonly Example[] };

  test('every root struct has an example that is read', () => {
    const shown = new Set(examples.filter((example) => 'value' in example).map(({ struct }) => struct));
    expect([...shown].sort()).toEqual([...roots.keys()].sort());
  });

  test.each(examples.map((example, index) => ({ ...example, index })))('$index: $struct', (example) => {
    const schema = roots.get(example.struct);
    if (schema === undefined) throw new TypeError(`${example.struct} is no root struct of ${file}`);
    expect('value' in example).not.toBe('error' in example);
    const codecs = new Codecs(schema, generated);
    const bytes = readDrawnBytes(example.bytes);
    const decoded = codecs.decode(bytes);
    if ('error' in example) {
      expect(drawnError(decoded)).toBe(example.error);
      return;
    }
    if (!('value' in decoded)) expect(drawnError(decoded)).toBe('a value');
    else expect(difference(decoded.value, example.value)).toBeUndefined();
    expect(codecs.encode(example.value)).toEqual({ value: bytes });
  });
});
