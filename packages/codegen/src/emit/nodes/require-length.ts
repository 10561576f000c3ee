import type { Expression } from '@bytewright/schema-dsl/ir';
import { formulaLabel } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { quote } from '../names.js';

/** Code that refuses a length which is not the value's to choose, but given by a number or an expression. */
export function requireLength(
  expected: string,
  found: string,
  emitter: FunctionEmitter,
  from?: Expression,
  at = 'offset',
): Code {
  if (expected === found) return [];
  const label = from === undefined ? '' : formulaLabel(from);
  const check = emitter.imports.runtime('checkLength');
  const args = [found, expected, at, quote(emitter.path), ...(label === '' ? [] : [quote(label)])];
  return [call('', check, args)];
}

/** A number as `describe()` of the runtime prints it. */
export function describeNumber(value: number): string {
  return value < 10 ? String(value) : `0x${value.toString(16)} (${value})`;
}
