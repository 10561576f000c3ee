import { difference, lawsOf } from '@bytewright/schema-dsl/testing';
import { budget } from '../../../../test/budget.js';
import { Codecs } from '../differential/codecs.js';
import { changedValues } from '../differential/mutate-value.js';
import { readDrawnBytes } from '../drawn/drawn-bytes.js';
import { drawnError } from '../drawn/drawn-error.js';
import { changedBytes } from './changed-bytes.js';
import type { Example } from './example.js';
import { generateGoldenAnew } from './generate-anew.js';
import { loadGolden } from './roots.js';

/** A test that throws if it fails. */
export interface TestAnew {
  readonly name: string;
  readonly run: () => void;
}

/** Inputs for each trial of each law, as in golden.test.ts. */
const RUNS = budget({ everyDay: 12, deep: 400 });

/** The laws of golden schemas, for the code that the generator makes of them now where that is not the committed one. */
export async function lawTestsAnew(): Promise<readonly TestAnew[]> {
  const tests: TestAnew[] = [];
  for (const [file, { module, isOther }] of await generateGoldenAnew()) {
    if (!isOther) continue;
    const { roots } = await loadGolden(file);
    for (const [struct, schema] of roots) {
      const codec = {
        decode: (bytes: Uint8Array): unknown => module[`decode${struct}`]?.(bytes),
        encode: (value: unknown): Uint8Array => module[`encode${struct}`]?.(value) as Uint8Array, // the laws find out
        sizeOf: (value: unknown): number => module[`sizeOf${struct}`]?.(value) as number, // as above
      };
      for (const { title, check } of lawsOf(schema, codec, { runs: RUNS }))
        tests.push({ name: `laws of ${struct} ${title}`, run: check });
    }
  }
  return tests;
}

/** The drawn examples of golden schemas and all that is near to them, for the same code. */
export async function exampleTestsAnew(): Promise<readonly TestAnew[]> {
  const tests: TestAnew[] = [];
  for (const [file, { module, isOther }] of await generateGoldenAnew()) {
    if (!isOther) continue;
    const { roots, examples } = await loadGolden(file);
    for (const [index, example] of examples.entries()) {
      const schema = roots.get(example.struct);
      if (schema === undefined) throw new TypeError(`${example.struct} is not a root struct of ${file}`);
      const codecs = new Codecs(schema, module);
      tests.push({ name: `${file} ${index}: ${example.struct}`, run: () => tryExample(example, codecs) });
    }
  }
  return tests;
}

function tryExample(example: Example, codecs: Codecs): void {
  const bytes = readDrawnBytes(example.bytes);
  const decoded = codecs.decode(bytes);
  if ('error' in example) {
    if (drawnError(decoded) !== example.error) throw new Error(`${drawnError(decoded)}, not ${example.error}`);
  } else if (!('value' in decoded) || difference(decoded.value, example.value) !== undefined) {
    throw new Error(`another value than the drawn one: ${drawnError(decoded)}`);
  } else {
    const encoded = codecs.encode(example.value);
    if (!('value' in encoded) || Buffer.compare(encoded.value as Uint8Array, bytes) !== 0)
      throw new Error('other bytes than the drawn ones');
    for (const value of changedValues(example.value)) codecs.encode(value);
  }
  for (const changed of changedBytes(bytes)) codecs.decode(changed);
}
