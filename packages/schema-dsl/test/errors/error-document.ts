import { definitionFaults } from './definition-faults.js';
import { meaningsOf } from './meanings.js';
import type { ReadingFault } from './reading-faults.js';
import { decodeFaults, encodeFaults } from './reading-faults.js';
import { refusalOfText } from './run-example.js';
import { decodeErrorOf, encodeErrorOf } from './run-reading.js';
import { countTemplates, templateOf } from './template.js';

const RUNTIME_CODES = new URL('../../../runtime/src/errors/error-codes.ts', import.meta.url);
const SCHEMA_CODES = new URL('../../src/ir/schema-error-code.ts', import.meta.url);
const LONGEST = 60;

/** An invalid schema and its error. */
export interface WrongSchema {
  readonly code: string;
  readonly schema: string;
  readonly path: string;
  readonly message: string;
  readonly template: string;
}

/** All invalid schemas, with their errors. */
export function wrongSchemas(): readonly WrongSchema[] {
  return Object.values(definitionFaults).flatMap((faults) =>
    Object.entries(faults).flatMap(([code, { examples }]) =>
      examples.map((schema) => {
        const { path, message } = refusalOfText(schema);
        return { code, schema, path, message, template: templateOf(message, path, schema) };
      }),
    ),
  );
}

/** The text of docs/errors.md. */
export function errorDocument(wrong: readonly WrongSchema[]): string {
  const templates = countTemplates(wrong.map(({ template }) => template));
  return `${[
    '# Errors',
    '<!-- Written by `npm run errors` from the types of the codes and packages/schema-dsl/test/errors: change those. -->',
    INTRODUCTION,
    '## Definition errors',
    DEFINITIONS,
    ...definitionSections(wrong),
    '## Decode errors',
    'A decoder throws a `DecodeError` for bytes that the schema does not describe. `offset` is where in the input, `path` which part of the value.',
    ...readingSections(
      'DecodeErrorCode',
      decodeFaults,
      (schema, given) => decodeErrorOf(schema, given).message,
    ),
    '## Encode errors',
    'An encoder throws an `EncodeError` for a value that the schema does not describe. `path` says which part; `offset` where it would be written, if that is known by then.',
    ...readingSections(
      'EncodeErrorCode',
      encodeFaults,
      (schema, given) => encodeErrorOf(schema, given).message,
    ),
    '## Wrong schemas',
    `${wrong.length} schemas, each with one mistake, and what their authors are told: ${templates} messages that differ in more than names and numbers.`,
    tableOf(wrong),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `Every error says where, what was expected and what was found, on one line. Programs look at its \`code\`: codes are never given
another meaning, messages may be worded better at any time.

| error | thrown by | says |
|---|---|---|
| \`SchemaError\` | whatever first uses a schema that is wrong, and functions of the language | \`code\`, \`path\`, \`problem\`, \`faults\` |
| \`DecodeError\` | decoders, for bytes | \`code\`, \`offset\`, \`path\`, \`expected\`, \`found\` |
| \`EncodeError\` | encoders, for values | \`code\`, \`offset\`, \`path\`, \`expected\`, \`found\` |`;

const DEFINITIONS = `A \`SchemaError\` is a mistake in a schema, found before any byte is read. \`path\` is the struct and field, or the call where no
struct is known yet. \`faults\` lists every mistake in the same schema, the thrown error first: one a place, a hundred at most, and
none that only follows from another.`;

function definitionSections(wrong: readonly WrongSchema[]): readonly string[] {
  const meanings = meaningsOf(SCHEMA_CODES, 'SchemaErrorCode');
  return Object.entries(definitionFaults).flatMap(([area, faults]) => [
    `### ${area}`,
    ...Object.entries(faults).flatMap(([code, { cure }]) => {
      const first = wrong.find((one) => one.code === code);
      return [
        `#### \`${code}\``,
        `${meanings.get(code)} ${cure}`,
        ...(first === undefined ? [] : [fenced('js', first.schema), fenced('text', first.message)]),
      ];
    }),
  ]);
}

function readingSections(
  type: string,
  faults: Readonly<Record<string, ReadingFault<string>>>,
  messageOf: (schema: string, given: string) => string,
): readonly string[] {
  const meanings = meaningsOf(RUNTIME_CODES, type);
  return Object.entries(faults).flatMap(([code, { cure, schema, given }]) => [
    `### \`${code}\`${type === 'EncodeErrorCode' ? ' of an encoder' : ''}`,
    `${meanings.get(code)} ${cure}`,
    fenced('js', schema),
    `${type === 'DecodeErrorCode' ? 'Bytes' : 'Value'}: \`${shortened(given)}\``,
    fenced('text', messageOf(schema, given)),
  ]);
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function tableOf(wrong: readonly WrongSchema[]): string {
  const rows = wrong.map(({ schema, message }) => `| ${cell(schema)} | ${cell(message)} |`);
  return ['| schema | message |', '|---|---|', ...rows].join('\n');
}

/** Code in a table cell, on one line. A backtick or a bar would end it. */
const cell = (text: string): string => `\`${text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|')}\``;
