import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const choices = {
  'missing-condition': {
    cure: 'Give the condition as an argument, by `presentWhen`, or by a flag that is `present($.field)`.',
    examples: ["struct('Packet', { has: bool, note: optional(u8) })"],
  },
  'doubly-optional': {
    cure: 'Put what is optional into a struct.',
    examples: [
      `const version = parameter('version', u8, { default: 3 });
struct('Packet', { note: optional(optional(u8, version.ge(2)), version.ge(3)) })`,
    ],
  },
  'unselected-union': {
    cure: 'Say what selects the arm: `$.body.tag($.kind)`, or `$.kind.is(tagOf($.body))`.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ text: on(1, u8) }) })",
      "struct('Packet', { length: derived(union({ a: on(1, u8) })), data: bytes() }).where(($) => [$.length.is(byteLength($.data))])",
    ],
  },
  'no-alternatives': {
    cure: 'Give it something to choose from.',
    examples: [
      "struct('Packet', { kind: u8, body: union({}) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { body: firstOf({}) })",
      "struct('Packet', { kind: enumeration(u8, {}) })",
      "struct('Packet', { set: flags(u8, {}) })",
    ],
  },
  'missing-fallback': {
    cure: 'Give `otherwise`, or leave `fallback` out.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ a: on(1, u8) }, { fallback: 'no arm fits' }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
  'duplicate-tag': {
    cure: 'Keep the tags of arms apart, or give both arms the same ones to have them tried in order.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ a: on([1, 1], u8) }) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { kind: u8, body: union({ a: on(range(1, 5), u8), b: on(3, u16be) }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
  'unmatched-tag': {
    cure: 'Give a tag that the selector can be, of its type.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ text: u8, image: u16be }) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { kind: u8, body: union({ text: on(256, u8) }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
  'unreachable-arm': {
    cure: 'Leave one of the arms out, or make them differ.',
    examples: ["struct('Value', { body: firstOf({ a: u16be, b: u16be }) })"],
  },
  'greedy-arm': {
    cure: 'Move the arm that takes anything to the end, or say what must follow it.',
    examples: [
      "struct('Value', { body: firstOf({ any: bytes(2), word: struct('Word', { magic: literal(u8, 7), n: u8 }) }) })",
    ],
  },
  'lost-tag': {
    cure: 'Name a member for the tag by `rawTag`, or keep what selects in the value.',
    examples: [
      "struct('Packet', { kind: derived(u8), body: union({ a: on(1, u8) }, { otherwise: bytes(2) }) }).where(($) => [$.kind.is(tagOf($.body))])",
      "struct('Packet', { kind: derived(u8), body: union({ a: on([1, 2], u8) }) }).where(($) => [$.kind.is(tagOf($.body))])",
    ],
  },
  'wrong-raw-tag': {
    cure: 'Name `rawTag` where the tag is derived only, and give the node of what selects as `tags`.',
    examples: [
      "struct('Packet', { kind: u8, body: union({ a: on(1, u8) }, { otherwise: bytes(2), rawTag: 'raw' }) }).where(($) => [$.body.tag($.kind)])",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
