import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Codecs } from './differential/codecs.js';
import { changedValues } from './differential/mutate-value.js';
import { readDrawnBytes } from './drawn/drawn-bytes.js';
import { changedBytes } from './golden/changed-bytes.js';
import { loadGolden } from './golden/roots.js';

// The drawn examples themselves are in golden-bytes.test.ts. Here nobody says what must come: two readings of the schema
// that share no code above the runtime must say the same of each, be it a value, bytes, or an error with all its details.
describe.each(readdirSync(new URL('./golden/schemas/', import.meta.url)).sort())('%s', async (file) => {
  const { generated, roots, examples } = await loadGolden(file);

  test.each(examples.map((example, index) => ({ ...example, index })))('near $index: $struct', (example) => {
    const schema = roots.get(example.struct);
    if (schema === undefined) throw new TypeError(`${example.struct} is not a root struct of ${file}`);
    const codecs = new Codecs(schema, generated);
    const inputs = [...changedBytes(readDrawnBytes(example.bytes))];
    for (const bytes of inputs) codecs.decode(bytes);
    const values = 'value' in example ? [...changedValues(example.value)] : [];
    for (const value of values) codecs.encode(value);
    expect(inputs.length).toBeGreaterThan(0);
  });
});
