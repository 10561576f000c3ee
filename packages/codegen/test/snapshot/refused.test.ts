import { bytes, enumeration, literal, on, struct, u8, u16be, union } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/faults/config-error.js';
import { parseSnapshot } from '../../src/snapshot/parse-snapshot.js';
import { printSnapshot } from '../../src/snapshot/print-snapshot.js';
import { SnapshotError } from '../../src/snapshot/snapshot-error.js';
import { wholeSnapshot } from '../../src/snapshot/whole-snapshot.js';
import { schemaModule } from '../differential/generate-code.js';

const Inner = struct('Inner', { x: u8 });
const Message = struct('Message', { kind: u8, body: union({ a: on(1, Inner), b: on(2, u16be) }) }).where(
  ($) => [$.body.tag($.kind)],
);
const text = printSnapshot(wholeSnapshot(schemaModule('message', [Message])));

/** The text with one thing changed. */
function changed(from: string | RegExp, to: string): string {
  const found = text.replace(from, to);
  expect(found).not.toBe(text);
  return found;
}

function refusal(content: string): SnapshotError {
  try {
    parseSnapshot(content);
  } catch (error) {
    if (error instanceof SnapshotError) return error;
    throw error;
  }
  throw new TypeError('it was not refused');
}

test('the text that is changed here is a snapshot', () => {
  expect(Object.keys(parseSnapshot(text).structs)).toEqual(['Message', 'Inner']);
});

describe('what is not a snapshot is refused, and the message says where', () => {
  test.each<[string, () => string, string, RegExp]>([
    ['text', () => 'schema', '', /^is not JSON: /],
    ['another file', () => '{ "name": "x" }', '', /^is not a snapshot: it does not begin with "format"/],
    ['a list', () => '[]', '', /^is not a snapshot/],
    [
      'a later format',
      () => changed('snapshot@2', 'snapshot@3'),
      '',
      /this version of bytewright reads bytewright\/snapshot@2$/,
    ],
    [
      'a member too many',
      () => changed('"source"', '"more": 1, "source"'),
      '',
      /^has an unknown member "more"$/,
    ],
    ['a member too few', () => changed('"checks": [],', ''), 'structs.Message', /^has no member "checks"$/],
    [
      'an unknown kind',
      () => changed('"integer"', '"intger"'),
      'structs.Message.fields[0].node.kind',
      /^expected a known kind, found "intger"$/,
    ],
    [
      'an unknown type',
      () => changed('"u8"', '"u9"'),
      'structs.Message.fields[0].node.type',
      /^expected a known word, found "u9"$/,
    ],
    [
      'a wrong type',
      () => changed('"recursive": false', '"recursive": 0'),
      'structs.Message.recursive',
      /^expected true or false, found 0$/,
    ],
    [
      'a struct that is not there',
      () => changed(/"name": "Inner" \}/, '"name": "constructor" }'),
      'structs.Message',
      /^refers to the struct "constructor", which is not there$/,
    ],
    [
      'a struct under another name',
      () => changed('"name": "Inner",', '"name": "Other",'),
      'structs.Inner',
      /^is called "Other"$/,
    ],
    [
      'a root that is not exported',
      () => changed('"roots": ["Message"]', '"roots": ["Inner"]'),
      'roots[0]',
      /^"Inner" is not exported$/,
    ],
    [
      'a struct that is here and elsewhere',
      () => changed('"uses": {}', '"uses": { "./a.ir.json": ["Inner"] }'),
      'uses["./a.ir.json"][0]',
      /^the struct "Inner" is here/,
    ],
    [
      'a use of some other file',
      () => changed('"uses": {}', '"uses": { "/etc/passwd": [] }'),
      'uses["/etc/passwd"]',
      /^expected a relative path that ends in \.ir\.json/,
    ],
  ])('%s', (_, content, path, problem) => {
    const error = refusal(content());
    expect(error.problem).toMatch(problem);
    expect(error.path).toBe(path);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toBe(path === '' ? error.problem : `${path}: ${error.problem}`);
  });

  test('nesting without end', () => {
    const nested = (depth: number): string =>
      changed(
        '{ "kind": "integer", "type": "u8" }',
        `${'{ "kind": "peek", "node": '.repeat(depth)}{ "kind": "atEnd" }${' }'.repeat(depth)}`,
      );
    expect(parseSnapshot(nested(100)).roots).toEqual(['Message']);
    expect(refusal(nested(100_000)).problem).toBe('is nested more than 500 deep');
    expect(refusal('['.repeat(1_000_000)).problem).toMatch(/^is not JSON/);
    expect(refusal(`${'['.repeat(50_000)}${']'.repeat(50_000)}`).problem).toMatch(/^is not a snapshot/);
  });

  test('whatever stands in the place of whatever', () => {
    const others = [
      null,
      0,
      -1,
      1e99,
      true,
      '',
      'struct',
      [],
      {},
      { kind: 'struct', name: '__proto__' },
      { op: 'not' },
    ];
    let refused = 0;
    const visit = (data: unknown, whole: () => string, put: (other: unknown) => void): void => {
      for (const other of others) {
        put(other);
        try {
          parseSnapshot(whole());
        } catch (error) {
          expect(error).toBeInstanceOf(SnapshotError);
          refused++;
        }
      }
      put(data);
      if (typeof data !== 'object' || data === null) return;
      const members = data as Record<string, unknown>; // an object that JSON made
      for (const [name, member] of Object.entries(members))
        visit(member, whole, (other) => {
          members[name] = other;
        });
    };
    const holder = { data: JSON.parse(text) as unknown };
    visit(
      holder.data,
      () => JSON.stringify(holder.data),
      (other) => {
        holder.data = other;
      },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

test.each([
  ['text that is not JSON', '{ "format": \u0002none', '\\u0002'],
  ['a word that hides', changed('"u8"', '"u\u202e8"'), 'u\\u202e8'],
  ['the name of a member', changed('"source"', '"\u009bm": 1, "source"'), '\\u009bm'],
])('a message shows what steers a terminal, and is one line: %s', (_, content, shown) => {
  const { message, problem } = refusal(content);
  expect(message).toContain(shown);
  expect(problem).toContain(shown);
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

test.each<[string, string, string]>([
  ['text', '"x"', 'the constant "x" is not an integer, which u8 requires; use one from 0 to 255'],
  ['half a number', '1.5', 'the constant 1.5 is not an integer, which u8 requires; use one from 0 to 255'],
  ['too much', '256', 'the constant 256 is out of range for u8; use one from 0 to 255'],
])('a constant that its node cannot write is refused: %s', (_, value, problem) => {
  const constant = printSnapshot(
    wholeSnapshot(schemaModule('constant', [struct('Constant', { version: literal(u8, 7) })])),
  );
  expect(constant).toContain('"value": 7');
  const error = refusal(constant.replace('"value": 7', `"value": ${value}`));
  expect(error).toMatchObject({ path: 'structs.Constant.fields[0].node', problem });
});

test('a member of an enumeration that its node cannot write is refused', () => {
  const named = printSnapshot(
    wholeSnapshot(schemaModule('named', [struct('Named', { color: enumeration(u8, { red: 1, blue: 2 }) })])),
  );
  expect(named).toContain('"value": 2');
  expect(refusal(named.replace('"value": 2', '"value": -2'))).toMatchObject({
    path: 'structs.Named.fields[0].node.members[1]',
    problem: 'the constant -2 is out of range for u8; use one from 0 to 255',
  });
});

test('a size of -0 is refused: it would be printed as something else', () => {
  const fixed = printSnapshot(wholeSnapshot(schemaModule('fixed', [struct('Fixed', { data: bytes(4) })])));
  expect(fixed).toContain('"size": 4');
  const error = refusal(fixed.replace('"size": 4', '"size": -0'));
  expect(error.message).toMatch(/expected a whole number from 0, found -0$/);
});
