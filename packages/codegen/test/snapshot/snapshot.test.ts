import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConfigError, loadConfig } from '@bytewright/codegen';
import { describe, expect, test } from 'vitest';
import { loadSide } from '../../src/sides/load-side.js';
import { wholeSnapshot } from '../../src/snapshot/module-snapshots.js';
import { parseSnapshot } from '../../src/snapshot/parse-snapshot.js';
import { printSnapshot } from '../../src/snapshot/print-snapshot.js';

const golden = fileURLToPath(new URL('../golden/', import.meta.url));

describe('snapshots', async () => {
  const { modules } = await loadConfig(golden);

  test.each(modules.map((module) => [module.source, module] as const))('%s survives as text', (_, module) => {
    const snapshot = wholeSnapshot(module);
    const text = printSnapshot(snapshot);
    expect(JSON.parse(JSON.stringify(parseSnapshot(text, 'file')))).toEqual(
      JSON.parse(JSON.stringify(snapshot)),
    );
    expect(printSnapshot(parseSnapshot(text, 'file'))).toBe(text);
  });

  test('those beside generated code hold all that their modules do', async () => {
    const files = readdirSync(new URL('../golden/generated/', import.meta.url)).filter((name) =>
      name.endsWith('.ir.json'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(new URL(`../golden/generated/${file}`, import.meta.url), 'utf8');
      const { source, roots } = parseSnapshot(text, file);
      if (roots.length === 0) continue;
      const [saved, module] = [
        await loadSide(`generated/${file}`, golden),
        modules.find((one) => one.source === source),
      ];
      const whole = module && wholeSnapshot(module).structs;
      for (const { name, schema } of saved.roots)
        for (const struct of [name, ...Object.keys(schema.structs)])
          expect(JSON.stringify(schema.structs[struct])).toBe(JSON.stringify(whole?.[struct]));
    }
  });
});

describe('what is no snapshot', () => {
  test.each([
    ['', /^file is no JSON/],
    ['[]', /^file: the file is no snapshot/],
    ['{"format":"bytewright/snapshot@2"}', /^file: the file is no snapshot/],
    [
      '{"format":"bytewright/snapshot@1","source":"a","roots":["A"],"structs":{},"uses":{}}',
      /^file: roots names A/,
    ],
    [
      '{"format":"bytewright/snapshot@1","source":"a","roots":[],"structs":{"A":{"name":"B"}},"uses":{}}',
      /^file: structs\.A is no struct/,
    ],
    [
      '{"format":"bytewright/snapshot@1","source":"a","roots":[],"structs":{"A":{"name":"A","checks":[],"fields":[{"name":"x","node":{"kind":"struct","name":"C"}}]}},"uses":{}}',
      /^file: structs\.A\.x speaks of C, which is not there/,
    ],
    [
      '{"format":"bytewright/snapshot@1","source":"a","roots":[],"structs":{"A":{"name":"A","checks":[],"fields":[{"name":"x","node":{"kind":"wormhole"}}]}},"uses":{}}',
      /^file: structs\.A\.x holds a node that this version does not know/,
    ],
  ])('%s', (text, message) => {
    expect(() => parseSnapshot(text, 'file')).toThrow(ConfigError);
    expect(() => parseSnapshot(text, 'file')).toThrow(message);
  });
});
