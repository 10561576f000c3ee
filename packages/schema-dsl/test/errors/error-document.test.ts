import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitionFaults, faultOfCode } from './definition-faults.js';
import { errorDocument, wrongSchemas } from './error-document.js';
import { meaningsOf } from './meanings.js';
import { decodeFaults, encodeFaults } from './reading-faults.js';
import { refusalOfText } from './run-example.js';
import { decodeErrorOf, encodeErrorOf } from './run-reading.js';
import { countTemplates } from './template.js';

const wrong = wrongSchemas();
const SCHEMA_CODES = new URL('../../src/ir/schema-error-code.ts', import.meta.url);
const RUNTIME_CODES = new URL('../../../runtime/src/errors/error-codes.ts', import.meta.url);

/** The end of a message, which says what to do: `; write u8 or …`. */
const CURE =
  /; (add|bind|bound|check|choose|compare|declare|define|derive|exclude|fix|flatten|give|include|keep|limit|list|look|make|move|name|omit|pad|pass|put|reduce|register|remove|rename|repeat|return|say|set|start|state|take|use|wrap|write)[ ,]/;

/** How paths outside any struct begin: those of a constant, and of unnamed nodes. */
const OUTSIDE = new Set(['a', 'root']);

describe('every error code has an entry', () => {
  test('for definition errors', () => {
    const codes = [...meaningsOf(SCHEMA_CODES, 'SchemaErrorCode').keys()];
    expect(Object.keys(faultOfCode).sort()).toEqual([...codes].sort());
    expect(
      Object.values(definitionFaults)
        .flatMap((faults) => Object.keys(faults))
        .sort(),
    ).toEqual([...codes].sort());
    expect(codes.filter((code) => !wrong.some((one) => one.code === code))).toEqual([]);
  });

  test('for decode and encode errors', () => {
    expect(Object.keys(decodeFaults)).toEqual([...meaningsOf(RUNTIME_CODES, 'DecodeErrorCode').keys()]);
    expect(Object.keys(encodeFaults)).toEqual([...meaningsOf(RUNTIME_CODES, 'EncodeErrorCode').keys()]);
  });
});

describe('each faulty schema produces its code, place and fix', () => {
  test.each(wrong.map(({ code, schema }) => [code, schema]))('%s: %s', (code, schema) => {
    const error = refusalOfText(schema);
    expect(error.code).toBe(code);
    expect(error.faults.map(({ message }) => message)).toEqual([error.message]);
    expect(error.message).not.toMatch(/[\n\r]|\[object/);
    expect(error.message).toMatch(CURE);
    const [place = ''] = error.path.split(/[ .,(]/);
    expect(schema.includes(place) || OUTSIDE.has(place)).toBe(true);
  });
});

test('uses many specific messages, not a few generic ones', () => {
  expect(wrong.length).toBeGreaterThanOrEqual(60);
  expect(countTemplates(wrong.map(({ template }) => template))).toBeGreaterThanOrEqual(45);
});

describe('each decode and encode example produces its code', () => {
  test.each(Object.entries(decodeFaults))('decode: %s', (code, { schema, given }) => {
    expect(decodeErrorOf(schema, given).code).toBe(code);
  });

  test.each(Object.entries(encodeFaults))('encode: %s', (code, { schema, given }) => {
    expect(encodeErrorOf(schema, given).code).toBe(code);
  });
});

test('docs/errors.md is up to date', () => {
  const printed = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  expect(printed).toBe(errorDocument(wrong));
});
