import type { Parameter } from '@bytewright/schema-dsl';
import { bool, parameter, u32be } from '@bytewright/schema-dsl';

/** A value that neither the tables nor an overlay define: whether a field is present, or a count. */
export function unknownValue(name: string, type: 'bool'): Parameter<boolean>;
export function unknownValue(name: string, type: 'u32be'): Parameter<number>;
export function unknownValue(name: string, type: 'bool' | 'u32be'): Parameter<boolean> | Parameter<number> {
  const identifier = `unknown_${name.replace(/[^A-Za-z0-9]+/g, '_')}`;
  return type === 'bool' ? parameter(`${identifier}_isPresent`, bool) : parameter(identifier, u32be);
}
