import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const structure = {
  'not-a-node': {
    cure: 'Write a node, such as `u8`, `bytes(4)` or a struct; call what makes one.',
    examples: ["struct('Header', { size: 4 })", "struct('Header', { name: string(4), data: bytes })"],
  },
  'misplaced-construct': {
    cure: 'Move it to where it can work, which the message says, or leave it out.',
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
    cure: 'Make the part that recurs optional, an arm among others, or an element of a list.',
    examples: [
      `const Tree = struct('Tree', { value: u8, get left() { return Tree; } });
Tree`,
    ],
  },
  'nested-too-deeply': {
    cure: 'Use fewer levels; a struct takes one however often it is used.',
    examples: [
      `let node = u8;
for (let depth = 0; depth < 20_000; depth++) node = list(node, 1);
struct('Deep', { node })`,
    ],
  },
  'invalid-argument': {
    cure: 'Give the function what the message says that it takes.',
    examples: [
      "struct('Sealed', { body: processed(rotateLeft(9), u8) })",
      "struct('Body', { text: string(8), length: u8.doc(12) })",
      "struct('Sum', { data: bytes(4), sum: derived(u32be) }).where(($) => [$.sum.is(checksum(() => 0, span($.data, $.data)))])",
    ],
  },
  'invalid-constant': {
    cure: 'Write a finite number other than -0, a bigint, a string, a boolean or bytes.',
    examples: [
      "struct('Header', { size: f64be }).where(($) => [check($.size.lt(Number.POSITIVE_INFINITY))])",
    ],
  },
  'invalid-example': {
    cure: 'Give the example as `decode` would give the value.',
    examples: ["struct('Event', { at: u32be }).example({ at: new Date(0) })"],
  },
  'failed-callback': {
    cure: 'Mend the function of yours that throws; it is given references, not values.',
    examples: ["struct('Header', { size: u8 }).where(($) => [check($.size.value.gt(0))])"],
  },
  'unregistered-external': {
    cure: 'Import the module that calls `external()` before the schema is used, and give the function that is called.',
    examples: [
      `const name = { module: './when.js', export: 'when' };
const codec = external(name, { read: () => ({ value: 0, end: 1 }), write: () => Uint8Array.of(0) });
external(name, () => 0);
struct('Event', { at: custom(codec) })`,
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
