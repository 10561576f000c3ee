import { readdirSync } from 'node:fs';
import { difference } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';
import { Codecs } from './differential/codecs.js';
import { readDrawnBytes } from './drawn/drawn-bytes.js';
import { drawnError } from './drawn/drawn-error.js';
import { loadGolden } from './golden/roots.js';

// Written by hand from the rules of the language: what the interpreter and generated code agree on can still be wrong.
describe.each(readdirSync(new URL('./golden/schemas/', import.meta.url)).sort())('%s', async (file) => {
  const { generated, roots, examples } = await loadGolden(file);

  test('every root struct has an example that is read', () => {
    const shown = new Set(examples.filter((example) => 'value' in example).map(({ struct }) => struct));
    expect([...shown].sort()).toEqual([...roots.keys()].sort());
  });

  test.each(examples.map((example, index) => ({ ...example, index })))('$index: $struct', (example) => {
    const schema = roots.get(example.struct);
    if (schema === undefined) throw new TypeError(`${example.struct} is not a root struct of ${file}`);
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
