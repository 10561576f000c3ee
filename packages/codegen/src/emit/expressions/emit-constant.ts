import type { Constant } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import { hexadecimal as hex, quote } from '../names.js';

/** A constant as TypeScript. Numbers of 256 and more that are written in hexadecimal read better as such. */
export function emitConstant(constant: Constant, hexadecimal = false): string {
  const value = constantValue(constant);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return quote(value);
  if (value instanceof Uint8Array) return `Uint8Array.of(${[...value].map(hex).join(', ')})`;
  if (typeof value === 'number' && hexadecimal && value >= 10) return hex(value);
  return String(value);
}
