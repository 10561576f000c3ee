import type { FlagsNode } from '@bytewright/schema-dsl/ir';
import {
  flagsText,
  keysOfFlags,
  knownBits,
  numberBounds,
  numericTraits,
  UNKNOWN_BITS,
  unknownBits,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, objectLiteral } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { decodeFailure, described, errorOffset, joined } from '../failures.js';
import { article, capitalize, quote } from '../names.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import { keyList } from './keys.js';
import type { NodeEmitter } from './node-emitter.js';

export const flags: NodeEmitter<FlagsNode> = {
  type(node, emitter) {
    const members = node.flags.map(({ name }) => `${name}: boolean`);
    if (!node.strict) members.push(`${UNKNOWN_BITS}: ${emitType(node.node, emitter)}`);
    return `{ ${members.join('; ')} }`;
  },
  read: (node, target, emitter) => readFlags(node, target, emitter, emitRead),
  match: (node, target, emitter) => readFlags(node, target, emitter, emitMatch),
  size(node, value, emitter) {
    const { min, max } = numberBounds(node.node);
    if (min === max) return { fixed: min, code: [] };
    const { bits, code } = collectBits(node, value, emitter);
    const { fixed, code: measure } = emitSize(node.node, bits, emitter);
    return { fixed, code: [...code, ...measure] };
  },
  write(node, value, emitter) {
    const { bits, code } = collectBits(node, value, emitter);
    return [...code, ...emitWrite(node.node, bits, emitter)];
  },
};

function readFlags(
  node: FlagsNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  const others = unknownBits(node);
  const isChecked = node.strict === true && others !== 0n;
  if (target === undefined && !isChecked) return emit(node.node, undefined, emitter);
  const number = freshName(emitter, `${emitter.hint}Bits`);
  const start = freshName(emitter, `${emitter.hint}Start`);
  const { operand, zero, masked } = bitwise(node, number);
  const members = node.flags.map(
    ({ name, bit }) => [name, `(${masked(1n << BigInt(bit))}) !== ${zero}`] as const,
  );
  const unknown = [UNKNOWN_BITS, unknownPart(node, number)] as const;
  return [
    `const ${start} = offset;`,
    ...emit(node.node, number, emitter),
    ...(isChecked
      ? block(
          `if ((${masked(others)}) !== ${zero})`,
          decodeFailure('invalid-value', start, quote(flagsText(node)), described(operand, emitter), emitter),
        )
      : []),
    ...(target === undefined
      ? []
      : objectLiteral(`const ${target} = `, [...members, ...(node.strict ? [] : [unknown])], ';')),
  ];
}

/** How bits of a number are told: by numbers where 32 bits are enough, else by bigints. */
function bitwise(
  node: FlagsNode,
  number: string,
): { readonly operand: string; readonly zero: string; readonly masked: (mask: bigint) => string } {
  const { bigint, max } = numericTraits(node.node);
  const isSmall = !bigint && max <= 0xffffffffn;
  const operand = isSmall || bigint ? number : `BigInt(${number})`;
  return {
    operand: number,
    zero: isSmall ? '0' : '0n',
    masked: (mask) => `${operand} & ${hex(mask, !isSmall)}`,
  };
}

function unknownPart(node: FlagsNode, number: string): string {
  const { bigint, max } = numericTraits(node.node);
  const others = unknownBits(node);
  if (others === 0n) return bigint ? '0n' : '0';
  const { masked } = bitwise(node, number);
  if (bigint || others <= 0x7fffffffn)
    return bigint || max <= 0xffffffffn ? masked(others) : `Number(${masked(others)})`;
  return max <= 0xffffffffn ? `(${masked(others)}) >>> 0` : `Number(${masked(others)})`;
}

/** Code that checks a flag set and adds its bits up, and the variable that holds them then. */
function collectBits(
  node: FlagsNode,
  value: string,
  emitter: FunctionEmitter,
): { readonly bits: string; readonly code: Code } {
  const { bigint } = numericTraits(node.node);
  const bits = freshName(emitter, `${emitter.hint}Bits`);
  const at = errorOffset(emitter);
  const first = node.strict
    ? `let ${bits} = ${bigint ? '0n' : '0'};`
    : call(`let ${bits} = `, ...checkUnknown(node, value, at, emitter.path, emitter));
  const code = node.flags.flatMap(({ name, bit }): Code => {
    const path = quote(joined(emitter.path, name));
    const isSet = `${emitter.imports.runtime('checkBoolean')}(${value}.${name}, ${at}, ${path})`;
    return block(`if (${isSet})`, [`${bits} += ${hex(1n << BigInt(bit), bigint)};`]);
  });
  return { bits, code: [checkFlagKeys(node, value, at, emitter.path, emitter), first, ...code] };
}

/** Code that checks a flag set, and does nothing with it. */
export function checkFlags(node: FlagsNode, value: string, path: string, emitter: FunctionEmitter): Code {
  return [
    checkFlagKeys(node, value, 'undefined', path, emitter),
    ...(node.strict ? [] : [call('', ...checkUnknown(node, value, 'undefined', path, emitter))]),
    ...node.flags.map(({ name }) =>
      call('', emitter.imports.runtime('checkBoolean'), [
        `${value}.${name}`,
        'undefined',
        quote(joined(path, name)),
      ]),
    ),
  ];
}

function checkFlagKeys(
  node: FlagsNode,
  value: string,
  at: string,
  path: string,
  emitter: FunctionEmitter,
): Code[number] {
  const name = path.replace(/^.*\./, '');
  const owner = {
    name: `${emitter.struct.name}${capitalize(name)}`,
    of: `\`${name}\` of ${article(emitter.struct.name)}`,
  };
  const keys = keyList('keysOf', keysOfFlags(node), owner, emitter);
  return call('', emitter.imports.runtime('checkKeys'), [value, keys, at, quote(path)]);
}

function checkUnknown(
  node: FlagsNode,
  value: string,
  at: string,
  path: string,
  { imports }: FunctionEmitter,
): readonly [callee: string, args: readonly string[]] {
  const { bigint, max, label } = numericTraits(node.node);
  const args = [
    hex(knownBits(node), bigint),
    hex(max, bigint),
    at,
    quote(joined(path, UNKNOWN_BITS)),
    quote(label),
  ];
  return [imports.runtime('checkUnknownBits'), [`${value}.${UNKNOWN_BITS}`, ...args]];
}

/** A mask, in pairs of hexadecimal digits. */
function hex(mask: bigint, isBigint: boolean): string {
  const digits = mask.toString(16);
  return `0x${digits.padStart(digits.length + (digits.length % 2), '0')}${isBigint ? 'n' : ''}`;
}
