import { afterAll, beforeAll, expect, test } from 'vitest';
import { Workshop } from '../differential/generate-code.js';
import { checkDocuments } from './check-documents.js';
import { sectionsOf } from './sections.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const fence = (language: string, ...lines: readonly string[]): string =>
  ['```', language, '\n', lines.join('\n'), '\n```\n'].join('');
const schema = fence(
  'ts',
  "const Greeting = struct('Greeting', { text: string(prefix(u8), 'ascii'), mark: u8 });",
);
const bytes = fence('bytes', '02 68 69  text: two bytes', '2a        mark');
const value = fence('value', "{ text: 'hi', mark: 42 }");
const undetermined = fence('ts', "const Blob = struct('Blob', { size: derived(u8), data: bytes(1) });");
const refusal = 'Blob.size: is derived, but nothing determines it; write $.size.is(…) in where()';

/** Sections, and the start of each problem that they have. */
const cases: Readonly<Record<string, readonly [markdown: string, problems: readonly string[]]>> = {
  'what is right': [
    schema +
      bytes +
      value +
      fence(
        'error',
        '02 68  ! unexpected-end at 1 in text',
        "{ text: 'é', mark: 1 }  ! invalid-text in text",
      ),
    [],
  ],
  'bytes that are not those of the value': [
    schema + fence('bytes', '02 68 69  text', '2b  mark') + value,
    ["{ text: 'hi', mark: 42 }: the bytes give mark: 43, not 42"],
  ],
  'an error that is another one': [
    schema + fence('error', '02 68 69  ! unexpected-end at 1 in mark', '02 68 69 2a  ! trailing-bytes at 4'),
    [
      '02 68 69: gives unexpected-end at 3 in mark',
      '02 68 69 2a: gives no error but {"text":"hi","mark":42}',
    ],
  ],
  'a value of another type than the schema infers': [
    schema + bytes + fence('value', "{ text: 'hi', mark: '42' }"),
    [
      "{ text: 'hi', mark: '42' }: the bytes give mark: 42, not \"42\"",
      "Type 'string' is not assignable to type 'number'",
    ],
  ],
  'code that does not compile': [
    fence('ts check', 'const size: string = 1;'),
    ["Type 'number' is not assignable to type 'string'"],
  ],
  'a definition that fails where it should': [undetermined + fence('refused', refusal), []],
  'a definition that fails': [undetermined, [`the definition fails: ${refusal}`]],
  'a definition that does not fail': [schema + fence('refused', refusal), ['the definition does not fail']],
  'a line of bytes that does not say what it is': [
    schema + fence('bytes', '02 68 69', '2a  mark') + value,
    ['{ text: \'hi\', mark: 42 }: Drawn bytes are "hex digits, two spaces, comment", not "02 68 69"'],
  ],
};

let found: ReadonlyMap<string, readonly string[]> = new Map();
beforeAll(async () => {
  const sections = Object.entries(cases).flatMap(([title, [text]]) =>
    sectionsOf('x.md', `### ${title}\n${text}`),
  );
  const checked = await checkDocuments(sections, workshop);
  found = new Map(checked.map(({ section, problems }) => [section.title, problems]));
});

test.each(Object.keys(cases))('%s', (title) => {
  const problems = found.get(title)?.map((problem) => problem.replace(/^x\.md:\d+: /, ''));
  const expected = cases[title]?.[1] ?? [];
  expect(problems).toHaveLength(expected.length);
  expect(problems?.map((problem, i) => problem.slice(0, expected[i]?.length))).toEqual(expected);
});

test('blocks that make no example', () => {
  expect(() => sectionsOf('x.md', bytes)).toThrow('x.md:2: a bytes block without a ts block');
  expect(() => sectionsOf('x.md', schema + bytes + schema)).toThrow('followed by its value block');
  expect(() => sectionsOf('x.md', schema + fence('error', '00 01'))).toThrow('an error line is');
});
