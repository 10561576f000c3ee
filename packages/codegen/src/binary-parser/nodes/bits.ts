import type { BitsNode } from '@bytewright/schema-dsl/ir';
import type { Parser } from 'binary-parser/dist/binary_parser.js';
import { capabilities } from '../capabilities.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';
import { UnsupportedConstructError } from '../unsupported-construct-error.js';

/** A bit field of a run, and the slot that its bits are read into. */
export interface BitSlot {
  readonly node: BitsNode;
  readonly slot: string;
  readonly path: string;
}

/** Most bits that binary-parser reads at once. */
const MOST_BITS = 32;

/**
 * Reads the fields of a run into their slots, as unsigned numbers. They are read before anything is done about any of
 * them: whatever comes between two bit fields ends the run for binary-parser, which then skips to the next byte.
 */
export function addRun(run: readonly BitSlot[], parser: Parser): void {
  const isLsb0 = run.every(({ node }) => node.shift === node.position);
  let group: BitSlot[] = [];
  let bits = 0;
  for (const field of run) {
    const { width, word } = field.node;
    group.push(field);
    bits += width;
    const isByteOrderKnown = !word.littleEndian || word.size === 1;
    // a word cut from below is one number: only what is cut from above can be read piece by piece
    const isWithinReach = bits <= MOST_BITS && (!isLsb0 || 8 * word.size <= MOST_BITS || run.length === 1);
    if (!isByteOrderKnown || !isWithinReach)
      throw new UnsupportedConstructError(field.path, 'bits', capabilities.nodes.bits.reason);
    const isWhole = isLsb0 ? bits === 8 * word.size : bits % 8 === 0;
    if (!isWhole) continue;
    addGroup(group, parser, isLsb0 ? 'little' : 'big');
    group = [];
    bits = 0;
  }
}

/** "Endianness" is which end fields are cut from; the bytes are always read with the most significant one first. */
function addGroup(group: readonly BitSlot[], parser: Parser, endianness: 'little' | 'big'): void {
  parser.endianness(endianness);
  for (const { node, slot } of group) bitField(parser, node.width, slot);
  parser.endianness('big');
  addStep(parser, () => undefined); // the bits of a struct that follows directly would be taken for more of the same
}

type BitMethod = `bit${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

function bitField(parser: Parser, width: number, slot: string): void {
  const method = `bit${width}` as BitMethod; // all of bit1 … bit32 are alike, and wider fields have been refused
  parser[method](slot);
}

/** Turns the unsigned number in a field's slot into the field's value. */
export const bits: AddNode<BitsNode> = ({ type, width }, { parser, slot }) => {
  if (type === 'unsigned') return;
  addStep(parser, (slots) => {
    const found = Number(slots[slot]);
    slots[slot] = type === 'boolean' ? found === 1 : (found << (32 - width)) >> (32 - width);
  });
};
