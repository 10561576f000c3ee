import type { Metadata } from '../../ir/metadata.js';
import type { NodeIR } from '../../ir/node.js';
import type { SchemaIR } from '../../ir/schema.js';

/** Definitions of the structs that nodes refer to. */
export type Structs = SchemaIR['structs'];

/** A field of a value, an element of a list, or a whole value: its node and its value. */
export interface Field {
  /** The steps from the start of the walk: member names and indices. */
  readonly segments: readonly (string | number)[];
  /** The same as a path: `state.drives[0].head`. */
  readonly path: string;
  /** The same path with QEMU's names; see `joinWirePath`. */
  readonly wirePath: string;
  /** The name shown to people: that of the field, `[3]` for an element, a subsection's own name. */
  readonly label: string;
  /** QEMU's name for it alone. */
  readonly wireName: string;
  readonly node: NodeIR;
  readonly structs: Structs;
  readonly metadata: Metadata | undefined;
  readonly doc: string | undefined;
  /** `undefined` if it is absent. */
  readonly value: unknown;
}
