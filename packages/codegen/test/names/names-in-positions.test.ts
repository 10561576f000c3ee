import { decode, encode } from '@bytewright/schema-dsl';
import { irOf, SchemaError } from '@bytewright/schema-dsl/ir';
import { beforeAll, describe, expect, test } from 'vitest';
import { Codecs } from '../differential/codecs.js';
import type { GeneratedModule } from '../differential/generate-code.js';
import { generatedText } from '../differential/generate-code.js';
import { loadModule } from '../differential/load-module.js';
import { typeErrorsOf } from '../differential/type-check.js';
import { HOSTILE_IDENTIFIERS, ODD_NAMES } from './hostile-names.js';
import type { NamedThings } from './positions.js';
import { oneByte, POSITIONS } from './positions.js';

/** Names of members that every object has, or that make it something else. */
const OF_OBJECTS = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'prototype',
  'then',
  'toJSON',
  'toString',
  'valueOf',
];
/** Names that JavaScript sorts in front of others. */
const NUMBERS = ['0', '007', '4294967295', '7'];

/** What is refused in each position; everything else works. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  field: [...OF_OBJECTS, ...ODD_NAMES],
  'derived field': [...OF_OBJECTS, ...ODD_NAMES],
  'optional field': [...OF_OBJECTS, ...ODD_NAMES],
  'bit field': [...OF_OBJECTS, ...ODD_NAMES],
  flag: [...OF_OBJECTS, ...ODD_NAMES, 'unknown'],
  'member of an enumeration': [...OF_OBJECTS, ...NUMBERS, '', '-1'],
  'arm of a union': [''],
  'alternative of firstOf': [...NUMBERS, ''],
  "member with a union's value": [...OF_OBJECTS, ...ODD_NAMES],
  "member with a union's tag": [...OF_OBJECTS, ...ODD_NAMES],
  parameter: ODD_NAMES,
  'codec of the author': ODD_NAMES.filter((name) => name !== '$dollar'),
};

const NAMES = [...HOSTILE_IDENTIFIERS, ...ODD_NAMES];

/** Positions in which a name becomes that of a variable or an import; in others it is a member or a text. */
const OF_VARIABLES = ['derived field', 'optional field', 'parameter', 'codec of the author'];

/** Whether code is generated for a name in a position: each has all of `OF_VARIABLES`, and one in three of the others. */
function isGenerated(position: string, index: number): boolean {
  const place = Object.keys(POSITIONS).indexOf(position);
  return OF_VARIABLES.includes(position) || (index + place) % 3 === 0;
}

/** What a definition says against what is named, if it says something; else the interpreter is to know it. */
function refusalOf(make: () => NamedThings): SchemaError | undefined {
  let things: NamedThings;
  try {
    things = make();
    irOf(things.schema);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  expect(encode(things.schema, things.value)).toEqual(things.bytes);
  expect(decode(things.schema, things.bytes)).toEqual(things.value);
  return undefined;
}

/** As few groups as possible, in none of which names differ by case and underscores only. */
function grouped(names: readonly string[], size: number): readonly (readonly string[])[] {
  const groups: { readonly names: string[]; readonly alike: Set<string> }[] = [];
  for (const name of names) {
    const plain = name.toLowerCase().replace(/_/g, '');
    let group = groups.find((one) => one.names.length < size && !one.alike.has(plain));
    if (group === undefined) {
      group = { names: [], alike: new Set() };
      groups.push(group);
    }
    group.names.push(name);
    group.alike.add(plain);
  }
  return groups.map((group) => group.names);
}

describe('names in their positions', () => {
  const positions = Object.entries(POSITIONS);
  const accepted = positions.map(([position, make]): readonly [string, readonly NamedThings[]] => [
    position,
    grouped(
      NAMES.filter((name, i) => !REFUSED[position]?.includes(name) && isGenerated(position, i)),
      16,
    ).map((names, i) => make(names, String(i))),
  ]);
  let text = '';
  let generated: GeneratedModule = {};
  beforeAll(() => {
    text = generatedText(accepted.flatMap(([, things]) => things.map(({ schema }) => schema)));
    generated = loadModule(text, {
      './own-names.js': Object.fromEntries([['__esModule', true], ...NAMES.map((name) => [name, oneByte])]),
    });
  });

  test.each(positions)(
    '%s: refused where it is defined, in one line, or the interpreter knows it',
    (position, make) => {
      const refusals = new Map(NAMES.map((name) => [name, refusalOf(() => make([name], ''))]));
      const refused = NAMES.filter((name) => refusals.get(name) !== undefined);
      expect(refused).toEqual(NAMES.filter((name) => REFUSED[position]?.includes(name)));
      for (const name of refused) {
        const error = refusals.get(name);
        expect(['invalid-name', 'reserved-name']).toContain(error?.code);
        expect(error?.message).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*(name|called)[^\p{C}\p{Zl}\p{Zp}]+$/u);
      }
    },
  );

  test.each(accepted)('%s: both readings know what is accepted', (_, things) => {
    for (const { schema, value, bytes } of things) {
      const codecs = new Codecs(schema, generated);
      expect(codecs.encodeAndBack(value)).toEqual({ value: bytes });
      expect(codecs.decode(bytes)).toEqual({ value });
      for (let length = 0; length < bytes.length; length++) codecs.decode(bytes.subarray(0, length));
    }
    expect(things.length).toBeGreaterThan(3);
  });

  const ofArms = positions.filter(([position]) => /^arm|^alternative/.test(position));
  test.each(ofArms)('%s: names that are one identifier', (_, make) => {
    const alike = ['kebab-case', 'kebabCase', 'kebab_case', 'KEBAB-CASE', 'kebab case', 'Kebab.Case'];
    const { schema, value, bytes } = make(alike, 'Alike');
    const text = generatedText([schema]);
    const codecs = new Codecs(schema, loadModule(text));
    expect(codecs.encodeAndBack(value)).toEqual({ value: bytes });
    expect(codecs.decode(bytes)).toEqual({ value });
  });

  test('the compiler finds no fault with the code', () => {
    const exported = HOSTILE_IDENTIFIERS.concat('$dollar').map((name) => `export { codec as ${name} };`);
    const own = [
      "import type { CustomCodec } from '@bytewright/runtime';",
      'const codec: CustomCodec<number> = undefined as never;',
      ...exported,
    ].join('\n');
    expect(
      typeErrorsOf([
        { path: 'generated-names.ts', text },
        { path: 'own-names.ts', text: own },
      ]),
    ).toEqual([]);
  });

  test('no object was polluted', () => {
    expect(
      Object.getOwnPropertyNames(Object.prototype).filter(
        (name) => !/^(__|to|has|is|prop|val|con)/.test(name),
      ),
    ).toEqual([]);
  });
});
