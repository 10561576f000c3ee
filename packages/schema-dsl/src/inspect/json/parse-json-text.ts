import { describe } from '@bytewright/runtime/codec';
import type { TextPosition } from './document-error.js';
import { DocumentError } from './document-error.js';

/** JSON with objects of type `O`. */
export type JsonOf<O> = null | boolean | number | string | readonly JsonOf<O>[] | O;

/** How objects are built from their members, one by one. */
export interface ObjectBuilder<O> {
  begin(): O;
  /** Adds a member; `false` if the name must not be repeated. */
  add(object: O, name: string, value: JsonOf<O>): boolean;
}

/** More nesting than any document needs; without a bound, a line of brackets would exhaust the stack. */
const MOST_LEVELS = 200;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Parses JSON like `JSON.parse`, with objects made by the builder. Errors give line and column.
 *
 * @throws DocumentError for text that is not JSON, for nesting of more than 200 levels, and for a name that the builder
 * rejects
 */
export function parseJsonText<O>(text: string, objects: ObjectBuilder<O>): JsonOf<O> {
  let at = 0;
  skipSpace();
  const value = parseValue(0);
  skipSpace();
  if (at < text.length) throw unexpected('the end of the document');
  return value;

  function parseValue(level: number): JsonOf<O> {
    if (level > MOST_LEVELS) throw unexpected(`at most ${MOST_LEVELS} levels of nesting`, 'more');
    const char = text[at];
    if (char === '{') return parseObject(level);
    if (char === '[') return parseArray(level);
    if (char === '"') return parseString();
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number !== undefined) {
      at += number.length;
      return Number(number);
    }
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return value;
      }
    }
    throw unexpected('a value');
  }

  function parseObject(level: number): O {
    const members = objects.begin();
    at++;
    skipSpace();
    if (take('}')) return members;
    do {
      skipSpace();
      const start = at;
      if (text[at] !== '"') throw unexpected('a name in double quotes');
      const name = parseString();
      skipSpace();
      if (!take(':')) throw unexpected("':'");
      skipSpace();
      if (!objects.add(members, name, parseValue(level + 1)))
        throw unexpected('each name once', `${describe(name)} again`, start);
      skipSpace();
    } while (take(','));
    if (!take('}')) throw unexpected("',' or '}'");
    return members;
  }

  function parseArray(level: number): JsonOf<O> {
    const items: JsonOf<O>[] = [];
    at++;
    skipSpace();
    if (take(']')) return items;
    do {
      skipSpace();
      items.push(parseValue(level + 1));
      skipSpace();
    } while (take(','));
    if (!take(']')) throw unexpected("',' or ']'");
    return items;
  }

  function parseString(): string {
    const start = at;
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === '\\') at++;
      else if (at >= text.length || text.charCodeAt(at) < 0x20)
        throw unexpected("'\"' at the end of a string");
    }
    at++;
    try {
      // the platform decodes escapes
      return String(JSON.parse(text.slice(start, at)));
    } catch {
      throw unexpected('a string', 'one with an escape that JSON does not have', start);
    }
  }

  function take(char: string): boolean {
    if (text[at] !== char) return false;
    at++;
    return true;
  }

  function skipSpace(): void {
    while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  }

  function unexpected(expected: string, found: string = nextToken(), offset = at): DocumentError {
    return new DocumentError({ path: '', position: positionOf(text, offset), expected, found });
  }

  function nextToken(): string {
    if (at >= text.length) return 'the end';
    const token = /^(?:[\w.+-]+|.)/su.exec(text.slice(at, at + 24))?.[0] ?? '';
    return describe(token);
  }
}

function positionOf(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
