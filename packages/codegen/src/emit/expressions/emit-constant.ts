import type { Constant } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import { quote } from '../names.js';

/** A constant as TypeScript. Numbers of 256 and more that are written in hexadecimal read better as such. */
export function emitConstant(constant: Constant, hexadecimal = false): string {
  const value = constantValue(constant);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return quote(value);
  if (value instanceof Uint8Array)
    return `Uint8Array.of(${[...value].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ')})`;
  if (typeof value === 'number' && hexadecimal && value >= 10)
    return `0x${value.toString(16).padStart(2, '0')}`;
  return String(value);
}
