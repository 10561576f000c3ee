import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import {
  atEach,
  flags,
  list,
  optional,
  parameter,
  prefix,
  reserved,
  struct,
  u8,
} from '@bytewright/schema-dsl';
import { arbitrary, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import * as offsets from '../golden/schemas/offsets.js';
import * as positions from '../golden/schemas/positions.js';
import { hex, testCases } from './cases.js';
import { Codecs } from './codecs.js';
import { Workshop } from './generate-code.js';
import { mutateValue, valueMutation } from './mutate-value.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const schemas: Readonly<Record<string, Node<unknown>>> = { ...offsets, ...positions };
const here = readFileSync(fileURLToPath(import.meta.url));

describe('what lies at offsets is read, refused and written alike', () => {
  test.each(Object.entries(schemas))('%s', async (_, schema) => {
    const codecs = new Codecs(schema, await workshop.load([schema]));
    let accepted = 0;
    for (const value of fc.sample(arbitrary(schema), { seed: 5, numRuns: 15 })) {
      const outcome = codecs.encodeAndBack(value);
      if ('value' in outcome) accepted++;
      for (const mutation of fc.sample(valueMutation, { seed: accepted, numRuns: 6 }))
        codecs.encodeAndBack(mutateValue(value, mutation));
    }
    expect(accepted).toBeGreaterThan(10);
    for (const bytes of fc.sample(damaged(schema), { seed: 5, numRuns: 80 })) {
      codecs.decode(bytes);
      codecs.decode(bytes, { bytes: 'view', limits: { elements: 2, inputSize: 60 } });
    }
    codecs.decode(here);
  });
});

const room = parameter('room', u8, { default: 2 });

testCases({
  'nodes at offsets whose size follows from a parameter': {
    schema: () =>
      struct('S', {
        entries: list(struct('Entry', { at: u8 }), prefix(u8)),
        items: atEach(reserved(room)),
      }).where(($) => [$.items.atEach($.entries, ($e) => ({ offset: $e.at }))]),
    pairs: [
      ['02 05 03 0102 0000', { entries: [{ at: 5 }, { at: 3 }], items: [undefined, hex('0102')] }],
      ['00', { entries: [], items: [] }],
    ],
    badBytes: [['01 02 00', { code: 'unexpected-end', offset: 2, path: 'items[0]' }]],
  },
  'a flag of an element that says whether it has a node': {
    schema: () =>
      struct('S', {
        entries: list(struct('Entry', { is: flags(u8, { used: 0 }), at: u8 }), prefix(u8)),
        items: atEach(optional(u8)),
      }).where(($) => [$.items.atEach($.entries, ($e) => ({ offset: $e.at, when: $e.is.$.used }))]),
    pairs: [
      [
        '02 01 05 02 00 09',
        {
          entries: [
            { is: { used: true, unknown: 0 }, at: 5 },
            { is: { used: false, unknown: 2 }, at: 0 },
          ],
          items: [9, undefined],
        },
      ],
    ],
    badBytes: [['01 01 03', { code: 'unexpected-end', offset: 3, path: 'items[0]' }]],
  },
});
