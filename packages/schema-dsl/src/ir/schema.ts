import type { ChecksumIR } from './checksum.js';
import type { Constant, Expression, ScalarType } from './expression.js';
import type { Metadata } from './metadata.js';
import type { NodeIR } from './node.js';

/**
 * Where a field's value lives: in the struct's value; nowhere, because it is constant; nowhere, because it is derived from
 * the value (`encode` says how, unless the node holds no value at all); or nowhere, because it is only looked ahead at.
 */
export type Visibility = 'value' | 'constant' | 'derived' | 'peek' | 'assertion';

/** A field of a struct, in wire order. */
export interface FieldIR {
  readonly name: string;
  readonly doc: string | undefined;
  readonly metadata?: Metadata;
  readonly visibility: Visibility;
  readonly node: NodeIR;
  /** For a derived field: the formula for its value, over the fields of the value. */
  readonly encode: Expression | undefined;
}

/** A condition that must hold, checked as soon as field number `after` is known (-1: immediately). */
export interface CheckIR {
  readonly after: number;
  /** The field that an error names: the derived field of an equation, otherwise the last field that is decoded. */
  readonly field: string | undefined;
  readonly holds: Expression;
  /** `mismatch` for an equation that is checked rather than solved, `check-failed` for a check in the schema. */
  readonly code: 'mismatch' | 'check-failed';
  readonly message: string;
}

/** A struct with its relations solved: sizes, counts, selectors and conditions have moved into the nodes. */
export interface StructIR {
  readonly name: string;
  readonly doc: string | undefined;
  readonly metadata?: Metadata;
  readonly fields: readonly FieldIR[];
  readonly checks: readonly CheckIR[];
  /** Derived fields that hold checksums, in the order in which they are filled; absent if there are none. */
  readonly checksums?: readonly ChecksumIR[];
  /** The union field whose members are merged into the struct's value. */
  readonly flat: string | undefined;
  /** Parameters that must be bound above, in order of first use. */
  readonly parameters: readonly ParameterIR[];
  /** Whether the struct can contain itself, so that depth must be counted. */
  readonly recursive: boolean;
}

/** A parameter that a struct reads. */
export interface ParameterIR {
  readonly name: string;
  readonly type: ScalarType;
  /** The possible strings, if not all are. */
  readonly values?: readonly string[];
  /** Its value at a root; `undefined` if it must be bound above. */
  readonly default?: Constant;
  /** The values that a root tries in turn, the default first, if it does not simply use the default. */
  readonly candidates?: readonly Constant[];
}

/** A checked schema: plain, frozen, serialisable by `JSON.stringify`. */
export interface SchemaIR {
  readonly format: 1;
  readonly root: NodeIR;
  readonly structs: Readonly<Record<string, StructIR>>;
}
