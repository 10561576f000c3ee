import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const parameters = {
  'unbound-parameter': {
    cure: 'Bind the parameter where the struct is used, or give it a default.',
    examples: ["struct('Record', { data: bytes(parameter('size', u8)) })"],
  },
  'duplicate-parameter': {
    cure: 'Declare the parameter once and import it, or rename one.',
    examples: [
      "struct('Record', { a: bytes(parameter('size', u8)), b: optional(u8, parameter('size', bool)) })",
      "struct('Record', { a: bytes(parameter('size', u8, { default: 1 })), b: bytes(parameter('size', u8, { default: 2 })) })",
      "struct('Record', { a: bytes(parameter('size', u8, { candidates: [1, 2] })), b: bytes(parameter('size', u8, { candidates: [1, 3] })) })",
    ],
  },
  'invalid-parameter': {
    cure: 'Use a scalar type, and a default or candidates of that type.',
    examples: [
      "struct('Record', { data: bytes(parameter('size', u8, { default: 300 })) })",
      "struct('Record', { data: bytes(parameter('size', bytes(2))) })",
      "struct('Record', { data: bytes(parameter('size', u8, { default: 1, candidates: [1, 2] })) })",
      "struct('Record', { data: bytes(parameter('size', u8, { candidates: [1, 300] })) })",
      "struct('Record', { data: bytes(parameter('size', u8, { candidates: [1, 1] })) })",
      "struct('Record', { data: bytes(parameter('size', u8, { candidates: [] })) })",
    ],
  },
  'wrong-binding': {
    cure: 'Bind the parameter to a value of its type that is always present.',
    examples: [
      `const size = parameter('size', u8);
struct('File', { name: string(2), body: struct('Body', { data: bytes(size) }) }).where(($) => [$.body.with(size.of($.name))])`,
      `const size = parameter('size', u8);
struct('File', { body: struct('Body', { data: bytes(size) }).with(size) })`,
      "struct('Packet', { length: u64be, data: bytes(parameter('size', u8)) }).where(($) => [$.data.with(parameter('size', u8).of($.length))])",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
