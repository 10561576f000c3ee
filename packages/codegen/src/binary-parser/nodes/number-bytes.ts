import type { ByteOrder } from '@bytewright/schema-dsl/ir';
import { ENDIANNESS } from '@bytewright/schema-dsl/ir';
import { evaluateAt } from '../expressions/evaluate-at.js';
import type { Site } from '../site.js';
import { addStep } from '../site.js';

/** Reads a number of a type that binary-parser lacks: its bytes one by one, put together most significant first. */
export function addNumberBytes(
  size: number,
  byteOrder: ByteOrder | undefined,
  site: Site,
  toNumber: (bytes: readonly number[]) => unknown,
): void {
  const { parser, slot, build } = site;
  const helpers = Array.from({ length: size }, () => build.fresh('byte'));
  for (const helper of helpers) parser.uint8(helper);
  const order = byteOrder === undefined ? evaluateAt(site, ENDIANNESS) : () => byteOrder;
  addStep(parser, (slots) => {
    const bytes = helpers.map((helper) => Number(slots[helper]));
    slots[slot] = toNumber(order() === 'little' ? bytes.reverse() : bytes);
  });
}
