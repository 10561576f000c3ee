import { readdirSync } from 'node:fs';
import type { Node } from '@bytewright/schema-dsl';
import { f64be, field, list, parameter, struct, u8, u16be } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { decodeRoot } from '../../../schema-dsl/src/interpreter/decode.js';
import { parseSnapshot } from '../../src/snapshot/parse-snapshot.js';
import { printSnapshot } from '../../src/snapshot/print-snapshot.js';
import type { Snapshot } from '../../src/snapshot/snapshot.js';
import { SNAPSHOT_FORMAT } from '../../src/snapshot/snapshot.js';
import { wholeSnapshot } from '../../src/snapshot/whole-snapshot.js';
import { schemaModule } from '../differential/generate-code.js';
import { buildSchema } from '../differential/made-up/build-schema.js';
import { structPlan } from '../differential/made-up/plan.js';
import { outcomeOf } from '../differential/outcome.js';
import { readDrawnBytes } from '../drawn/drawn-bytes.js';
import { loadGolden } from '../golden/roots.js';

const snapshotOf = (schema: Node<unknown>): Snapshot => wholeSnapshot(schemaModule('schema', [schema]));

/** A snapshot by way of its text, which must be the same, and have the same text. */
function there(snapshot: Snapshot): Snapshot {
  const text = printSnapshot(snapshot);
  const parsed = parseSnapshot(text);
  expect(parsed).toStrictEqual(snapshot);
  // members have kept their order, on which hashes depend
  expect(JSON.stringify(parsed)).toBe(JSON.stringify(snapshot));
  expect(printSnapshot(parsed)).toBe(text);
  expect(text.endsWith('}\n')).toBe(true);
  return parsed;
}

function schemaIn({ exports, structs }: Snapshot, name: string): SchemaIR {
  const root = exports[name];
  if (root === undefined) throw new TypeError(`no ${name} in the snapshot`);
  return { format: 1, root, structs };
}

describe.each(readdirSync(new URL('../golden/schemas/', import.meta.url)).sort())('%s', async (file) => {
  const { roots, examples } = await loadGolden(file);

  test('is the same after it was saved, and reads the same bytes', () => {
    const saved = there(wholeSnapshot(schemaModule(file, [...roots.values()])));
    expect(saved.roots).toEqual([...roots.keys()]);
    for (const { struct: name, bytes } of examples) {
      const schema = irOf(roots.get(name) as Node<unknown>); // examples are of roots: golden-bytes.test.ts
      const input = readDrawnBytes(bytes);
      expect(outcomeOf(() => decodeRoot(schemaIn(saved, name), input))).toStrictEqual(
        outcomeOf(() => decodeRoot(schema, input)),
      );
    }
  });
});

test('made-up schemas are the same after they were saved', () => {
  let saved = 0;
  for (const plan of fc.sample(structPlan, { numRuns: budget({ everyDay: 400, deep: 4000 }), seed: 11 })) {
    let schema: SchemaIR;
    try {
      schema = irOf(buildSchema(plan));
    } catch {
      continue; // what the language refuses
    }
    const { root, structs } = schema;
    there({ format: SNAPSHOT_FORMAT, source: 'a.ts', exports: { A: root }, roots: ['A'], uses: {}, structs });
    saved++;
  }
  expect(saved).toBeGreaterThan(100);
});

describe('what JSON lacks', () => {
  test('is kept: values of examples, -0 among them, and parameters bound in an export', () => {
    const number = field(f64be).example(Number.NaN).example(-0).example(Number.POSITIVE_INFINITY);
    const list16 = field(list(u16be, 2)).example(Uint16Array.of(1, 2));
    const shown = printSnapshot(there(snapshotOf(struct('Shown', { number, list: list16 }))));
    for (const text of ['NaN', '-0', 'Infinity']) expect(shown).toContain(`{ "number": "${text}" }`);
    const size = parameter('size', u8);
    const Sized = struct('Sized', { items: list(u8, size) });
    const { root, structs } = irOf(Sized.with(size.of(2)));
    expect(root.kind).toBe('bind');
    there({
      format: SNAPSHOT_FORMAT,
      source: 'a.ts',
      exports: { Sized: root },
      roots: [],
      uses: {},
      structs,
    });
  });
});

test('a text is for people: a field on a line, or broken where it is wider than 120 characters', () => {
  const Pair = struct('Pair', { a: u8, b: field(list(u8, 2)).doc('x'.repeat(40)).unit('y'.repeat(40)) });
  expect(printSnapshot(snapshotOf(Pair))).toBe(`{
  "format": "bytewright/snapshot@2",
  "source": "schema.ts",
  "exports": {
    "Pair": { "kind": "struct", "name": "Pair" }
  },
  "roots": ["Pair"],
  "uses": {},
  "structs": {
    "Pair": {
      "name": "Pair",
      "fields": [
        { "name": "a", "visibility": "value", "node": { "kind": "integer", "type": "u8" } },
        {
          "name": "b",
          "doc": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
          "metadata": { "unit": "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" },
          "visibility": "value",
          "node": {
            "kind": "list",
            "element": { "kind": "integer", "type": "u8" },
            "extent": { "kind": "fixed", "size": 2 }
          }
        }
      ],
      "checks": [],
      "parameters": [],
      "recursive": false
    }
  }
}
`);
});
