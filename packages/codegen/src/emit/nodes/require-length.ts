import type { Code } from '../code.js';
import { block } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { described, encodeFailure } from '../failures.js';
import { quote } from '../names.js';

/** Code that refuses a length which is not the value's to choose. */
export function requireLength(
  expected: string,
  found: string,
  emitter: FunctionEmitter,
  at = 'offset',
): Code {
  if (expected === found) return [];
  const wanted = /^\d+$/.test(expected)
    ? quote(`length ${describeNumber(Number(expected))}`)
    : `\`length \${${described(expected, emitter)}}\``;
  return block(
    `if (${found} !== ${/ \?\??|&& |\|\| /.test(expected) ? `(${expected})` : expected})`,
    encodeFailure('wrong-length', at, wanted, `\`length \${${found}}\``, emitter),
  );
}

/** A number as `describe()` of the runtime prints it. */
export function describeNumber(value: number): string {
  return value < 10 ? String(value) : `0x${value.toString(16)} (${value})`;
}
