import { constantValue } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { BitsNode } from '../nodes/bits.js';
import { isFirstOfRun } from '../nodes/bits.js';
import type { FieldIR } from '../schema.js';

/** The bit field in a node, including inside wrappers of its value: it is part of its run either way. */
export function bitFieldOf(node: NodeIR): BitsNode | undefined {
  switch (node.kind) {
    case 'bits':
      return node;
    case 'literal':
    case 'enumeration':
    case 'bind':
      return bitFieldOf(node.node);
    default:
      return undefined;
  }
}

/** A struct's fields in wire order: bit fields of the same run together, any other field by itself. */
export function fieldGroups(fields: readonly FieldIR[]): readonly (readonly FieldIR[])[] {
  const groups: FieldIR[][] = [];
  for (const field of fields) {
    const bits = bitFieldOf(field.node);
    if (bits === undefined || isFirstOfRun(bits)) groups.push([field]);
    else groups.at(-1)?.push(field);
  }
  return groups;
}

/** The bits that constants fix in a run of bit fields: their positions in the run's word, and their values. */
export interface FixedBits {
  readonly mask: bigint;
  readonly value: bigint;
}

/** The constant bits among some fields of one run, in terms of the run's word. */
export function fixedBits(fields: readonly FieldIR[]): FixedBits {
  let mask = 0n;
  let value = 0n;
  for (const { node } of fields) {
    const bits = bitFieldOf(node);
    if (bits === undefined || node.kind !== 'literal') continue;
    const constant = constantValue(node.value);
    const places = (1n << BigInt(bits.width)) - 1n;
    mask |= places << BigInt(bits.shift);
    // checked when lowered: it is a boolean or an integer in range
    value |= (BigInt(constant as number | bigint | boolean) & places) << BigInt(bits.shift);
  }
  return { mask, value };
}

/** The possible values of each byte of a run, in wire order; `undefined` for any. */
export function bytesOfRun(fields: readonly FieldIR[]): readonly (ReadonlySet<number> | undefined)[] {
  const [first] = fields;
  const word = first && bitFieldOf(first.node)?.word;
  if (word === undefined) return [];
  const { mask, value } = fixedBits(fields);
  return Array.from({ length: word.size }, (_, at) => {
    const from = BigInt(8 * (word.littleEndian ? at : word.size - 1 - at));
    const [fixed, known] = [Number((mask >> from) & 0xffn), Number((value >> from) & 0xffn)];
    return fixed === 0 ? undefined : new Set(ALL_BYTES.filter((byte) => (byte & fixed) === known));
  });
}

const ALL_BYTES: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);
