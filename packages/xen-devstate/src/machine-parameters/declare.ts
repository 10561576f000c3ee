import type { Parameter } from '@bytewright/schema-dsl';
import { bool, parameter, u32be } from '@bytewright/schema-dsl';

/** A boolean parameter of a machine; `first` is the more common value. */
export const flag = (name: string, first = false): Parameter<boolean> =>
  parameter(name, bool, { candidates: [first, !first] });

/** A numeric parameter of a machine, with the most common value first. */
export const number = (name: string, ...candidates: [number, ...number[]]): Parameter<number> =>
  parameter(name, u32be, { candidates });

/** A number that cannot be searched for, as it is set by the containing structure. */
export const said = (name: string, preset = 0): Parameter<number> =>
  parameter(name, u32be, { default: preset });
