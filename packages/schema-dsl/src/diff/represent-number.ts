import { constantValue } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { bitsTraits } from '../ir/nodes/bits.js';
import { knownBits, UNKNOWN_BITS } from '../ir/nodes/flags.js';
import { integerTraits } from '../ir/nodes/integer.js';
import { varintTraits } from '../ir/nodes/varint.js';
import { ConversionError } from './conversion-error.js';

/**
 * A number as a value of a node: a number or a bigint, a name, an object of flags, a boolean. The encoder checks the range.
 *
 * @throws ConversionError if the node has no such value
 */
export function representNumber(node: NodeIR, number: bigint, path: string): unknown {
  switch (node.kind) {
    case 'integer':
      return integerTraits(node).bigint ? number : safe(number, path);
    case 'varint':
      return varintTraits(node).bigint ? number : safe(number, path);
    case 'bits': {
      const { scalar, bigint } = bitsTraits(node);
      if (scalar === 'boolean') return number !== 0n;
      return bigint ? number : safe(number, path);
    }
    case 'boolean':
      if (number > 1n && !node.preserve) throw new ConversionError(path, `${number} is not a boolean`);
      return number > 1n ? Number(number) : number === 1n;
    case 'enumeration': {
      const member = node.members.find(({ value }) => BigInt(numeric(constantValue(value))) === number);
      if (member !== undefined) return member.name;
      if (node.open) return representNumber(node.node, number, path);
      throw new ConversionError(path, `${number} no longer has a name`);
    }
    case 'flags': {
      const rest = number & ~knownBits(node);
      if (node.strict && rest !== 0n) throw new ConversionError(path, `the bits of ${rest} have no names`);
      const set = node.flags.map(({ name, bit }) => [name, (number & (1n << BigInt(bit))) !== 0n]);
      const unknown = node.strict ? [] : [[UNKNOWN_BITS, representNumber(node.node, rest, path)]];
      return Object.fromEntries([...set, ...unknown]);
    }
    default:
      throw new ConversionError(path, 'no longer a number');
  }
}

const numeric = (value: unknown): number | bigint =>
  typeof value === 'bigint' || typeof value === 'number' ? value : 0;

function safe(number: bigint, path: string): number {
  const found = Number(number);
  if (!Number.isSafeInteger(found)) throw new ConversionError(path, `${number} is not a safe integer`);
  return found;
}
