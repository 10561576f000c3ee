import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const choices = {
  'missing-condition': {
    cure: 'Add a condition: as an argument, by `presentWhen`, or by a flag that is `present($.field)`.',
    examples: ["struct('Packet', { has: bool, note: optional(u8) })"],
  },
  'doubly-optional': {
    cure: 'Put the optional node into a struct.',
    examples: [
      `const version = parameter('version', u8, { default: 3 });
struct('Packet', { note: optional(optional(u8, version.ge(2)), version.ge(3)) })`,
    ],
  },
  'unselected-union': {
    cure: 'Add a selector: `$.body.tag($.kind)` or `$.kind.is(tagOf($.body))`.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ text: on(1, u8) }) })",
      "struct('Packet', { length: derived(union({ a: on(1, u8) })), data: bytes() }).where(($) => [$.length.is(byteLength($.data))])",
    ],
  },
  'no-alternatives': {
    cure: 'Add at least one alternative.',
    examples: [
      "struct('Packet', { kind: u8, body: union({}) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { body: firstOf({}) })",
      "struct('Packet', { kind: enumeration(u8, {}) })",
      "struct('Packet', { set: flags(u8, {}) })",
    ],
  },
  'missing-fallback': {
    cure: 'Add `otherwise`, or remove `fallback`.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ a: on(1, u8) }, { fallback: 'no arm fits' }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
  'duplicate-tag': {
    cure: 'Make the tags of the arms disjoint, or give both arms the same tags to have them tried in order.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ a: on([1, 1], u8) }) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { kind: u8, body: union({ a: on(range(1, 5), u8), b: on(3, u16be) }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
  'unmatched-tag': {
    cure: "Use a tag of the selector's type that the selector can hold.",
    examples: [
      "struct('Packet', { kind: u8, body: union({ text: u8, image: u16be }) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { kind: u8, body: union({ text: on(256, u8) }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
  'unreachable-arm': {
    cure: 'Remove one of the arms, or make them differ.',
    examples: ["struct('Value', { body: firstOf({ a: u16be, b: u16be }) })"],
  },
  'greedy-arm': {
    cure: 'Move the arm that accepts anything to the end, or say what must follow it.',
    examples: [
      "struct('Value', { body: firstOf({ any: bytes(2), word: struct('Word', { magic: literal(u8, 7), n: u8 }) }) })",
    ],
  },
  'lost-tag': {
    cure: 'Add a member for the tag with `rawTag`, or keep the selector in the value.',
    examples: [
      "struct('Packet', { kind: derived(u8), body: union({ a: on(1, u8) }, { otherwise: bytes(2) }) }).where(($) => [$.kind.is(tagOf($.body))])",
      "struct('Packet', { kind: derived(u8), body: union({ a: on([1, 2], u8) }) }).where(($) => [$.kind.is(tagOf($.body))])",
    ],
  },
  'wrong-raw-tag': {
    cure: "Use `rawTag` only if the tag is derived, and pass the selector's node as `tags`.",
    examples: [
      "struct('Packet', { kind: u8, body: union({ a: on(1, u8) }, { otherwise: bytes(2), rawTag: 'raw' }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
