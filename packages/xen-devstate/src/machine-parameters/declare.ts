import type { Parameter } from '@bytewright/schema-dsl';
import { bool, parameter, u32be } from '@bytewright/schema-dsl';

/** Something of a machine that is so or not, as `first` says more often. */
export const flag = (name: string, first = false): Parameter<boolean> =>
  parameter(name, bool, { candidates: [first, !first] });

/** A number of a machine's, the commonest value first. */
export const number = (name: string, ...candidates: [number, ...number[]]): Parameter<number> =>
  parameter(name, u32be, { candidates });

/** A number that nobody can search for: what is around it says it. */
export const said = (name: string, preset = 0): Parameter<number> =>
  parameter(name, u32be, { default: preset });
