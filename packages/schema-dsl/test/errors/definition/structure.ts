import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const structure = {
  'not-a-node': {
    cure: 'Use a node, such as `u8`, `bytes(4)` or a struct; call the function that makes it.',
    examples: ["struct('Header', { size: 4 })", "struct('Header', { name: string(4), data: bytes })"],
  },
  'misplaced-construct': {
    cure: 'Move it to a place where it works, as the message says, or remove it.',
    examples: [
      "struct('Header', { kind: on(1, u8) })",
      "struct('Header', { sizes: list(align(4), 3) })",
      "struct('Value', { body: firstOf({ small: on(1, u8), large: u16be }) })",
      "struct('Header', { kind: u8 }).flat('kind')",
      "struct('Header', { low: list(ubits(4), 2) })",
      "struct('File', { rest: gaps(), size: u8 })",
      "struct('Frame', { count: preserve(u16be) })",
      "struct('Sealed', { body: processed(xor(0x5a), 8, struct('Inner', { at: at(4, u8) })) })",
    ],
  },
  'endless-struct': {
    cure: 'Make the recursive part optional, one of several arms, or an element of a list.',
    examples: [
      `const Tree = struct('Tree', { value: u8, get left() { return Tree; } });
Tree`,
    ],
  },
  'nested-too-deeply': {
    cure: 'Use fewer levels; a struct takes one level however often it is used.',
    examples: [
      `let node = u8;
for (let depth = 0; depth < 20_000; depth++) node = list(node, 1);
struct('Deep', { node })`,
    ],
  },
  'invalid-argument': {
    cure: 'Pass the argument that the message asks for.',
    examples: [
      "struct('Sealed', { body: processed(rotateLeft(9), u8) })",
      "struct('Body', { text: string(8), length: u8.doc(12) })",
      "struct('Sum', { data: bytes(4), sum: derived(u32be) }).where(($) => [$.sum.is(checksum(() => 0, span($.data, $.data)))])",
    ],
  },
  'invalid-constant': {
    cure: 'Use a finite number other than -0, a bigint, a string, a boolean or bytes.',
    examples: [
      "struct('Header', { size: f64be }).where(($) => [check($.size.lt(Number.POSITIVE_INFINITY))])",
    ],
  },
  'invalid-example': {
    cure: 'Write the example as `decode` would return it.',
    examples: ["struct('Event', { at: u32be }).example({ at: new Date(0) })"],
  },
  'failed-callback': {
    cure: 'Fix the function that throws; it receives references, not values.',
    examples: ["struct('Header', { size: u8 }).where(($) => [check($.size.value.gt(0))])"],
  },
  'unregistered-external': {
    cure: 'Import the module that calls `external()` before the schema is used, and register the right kind of export.',
    examples: [
      `const name = { module: './when.js', export: 'when' };
const codec = external(name, { read: () => ({ value: 0, end: 1 }), write: () => Uint8Array.of(0) });
external(name, () => 0);
struct('Event', { at: custom(codec) })`,
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
