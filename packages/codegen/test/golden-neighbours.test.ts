import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Codecs } from './differential/codecs.js';
import { changedValues } from './differential/mutate-value.js';
import { readDrawnBytes } from './drawn/drawn-bytes.js';
import { loadGolden } from './golden/roots.js';

/** All that is one small step away from bytes: cut short, a byte more, a byte less, a byte changed. */
function* changedBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) {
    const [before, byte = 0, after] = [bytes.subarray(0, at), bytes[at], bytes.subarray(at + 1)];
    yield before;
    yield Uint8Array.of(...before, ...after);
    yield Uint8Array.of(...before, 0, byte, ...after);
    for (const other of new Set([0, 0xff, byte ^ 0x01, byte ^ 0x80]))
      if (other !== byte) yield Uint8Array.of(...before, other, ...after);
  }
  yield Uint8Array.of(...bytes, 0);
}

// The drawn examples themselves are in golden-bytes.test.ts. Here nobody says what must come: two readings of the schema
// that share no code above the runtime must say the same of each, be it a value, bytes, or an error with all its details.
describe.each(readdirSync(new URL('./golden/schemas/', import.meta.url)).sort())('%s', async (file) => {
  const { generated, roots, examples } = await loadGolden(file);

  test.each(examples.map((example, index) => ({ ...example, index })))('near $index: $struct', (example) => {
    const schema = roots.get(example.struct);
    if (schema === undefined) throw new TypeError(`${example.struct} is no root struct of ${file}`);
    const codecs = new Codecs(schema, generated);
    const inputs = [...changedBytes(readDrawnBytes(example.bytes))];
    for (const bytes of inputs) codecs.decode(bytes);
    const values = 'value' in example ? [...changedValues(example.value)] : [];
    for (const value of values) codecs.encode(value);
    expect(inputs.length).toBeGreaterThan(0);
  });
});
