import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const lookAhead = {
  'costly-look-ahead': {
    cure: 'Bound what is tried: with a size, a shorter prefix, or an earlier field that decides.',
    examples: [
      "struct('Log', { text: bytes(until(struct('End', { mark: literal(u8, 1), note: bytes(prefix(u16be)) }))) })",
      "struct('Zip', { end: tail(struct('End', { mark: literal(u8, 1), note: bytes(prefix(u32be)) })), rest: gaps() })",
    ],
  },
  'recursive-look-ahead': {
    cure: 'Look ahead at something before the recursion, such as its first byte.',
    examples: [
      `const Tree = struct('Tree', { mark: literal(u8, 1), more: bool, get next() { return optional(Tree); } })
  .where(($) => [$.next.presentWhen($.more)]);
struct('File', { isTree: lookahead(Tree), size: u8 })`,
      `const size = parameter('size', u8, { candidates: [1, 2] });
const Tree = struct('Tree', { data: bytes(size), more: bool, get next() { return optional(Tree); } })
  .where(($) => [$.next.presentWhen($.more)]);
Tree`,
    ],
  },
  'positioned-look-ahead': {
    cure: 'Look ahead at something before the fields at offsets.',
    examples: [
      "struct('File', { isIndexed: lookahead(struct('Index', { mark: literal(u8, 1), far: at(8, u8) })), data: bytes(4) })",
    ],
  },
  'empty-look-ahead': {
    cure: 'Make the node take at least one byte.',
    examples: [
      "struct('Table', { rows: list(u8, endsWith(bytes(0))) })",
      "struct('Table', { rows: list(u8, whilePeek(bytes(0))) })",
    ],
  },
  'empty-elements': {
    cure: 'Give the list a count, or make each element take at least one byte.',
    examples: ["struct('Table', { rows: list(struct('Nothing', {}), toEnd) })"],
  },
  'wrong-sentinel': {
    cure: 'Use only constants and derived fields in the sentinel, and bytes that no element begins with.',
    examples: [
      "struct('Table', { rows: list(u8, endsWith(u16be)) })",
      "struct('Table', { rows: list(struct('Row', { mark: literal(u8, 0), n: u8 }), endsWith(literal(u8, 0))) })",
    ],
  },
  'wrong-search': {
    cure: 'Search for a parameter that the struct reads, with distinct values of its type, and let the value determine which one it was: by a length, or by what is present.',
    examples: [
      "struct('File', { body: search(parameter('size', u8), [1, 2], struct('Body', { n: u8 })) })",
      `const size = parameter('size', u8);
struct('File', { body: search(size, [1, 1], struct('Body', { data: bytes(size) })) })`,
      `const size = parameter('size', u8);
struct('File', { body: search(size, [], struct('Body', { data: bytes(size) })) })`,
      `const long = parameter('long', bool);
struct('File', { body: search(long, [true, false], struct('Body', { data: u8, mark: derived(optional(literal(u8, 1), long)) })) })`,
      `const size = parameter('size', u8);
struct('File', { body: search(size, struct('Body', { data: bytes(size) })) })`,
      `const one = parameter('one', u8, { candidates: [1, 2, 3, 4, 5] }), other = parameter('other', u8, { candidates: [1, 2, 3, 4] });
struct('File', { data: bytes(one), more: bytes(other) })`,
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
