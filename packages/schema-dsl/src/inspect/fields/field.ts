import type { Metadata } from '../../ir/metadata.js';
import type { NodeIR } from '../../ir/node.js';
import type { SchemaIR } from '../../ir/schema.js';

/** Definitions of the structs that nodes name. */
export type Structs = SchemaIR['structs'];

/** A field of a value, an element of a list, or a whole: what it is, and what it holds. */
export interface Field {
  /** The steps from the value that the walk began at: members and indices. */
  readonly segments: readonly (string | number)[];
  /** The same as a path: `state.drives[0].head`. */
  readonly path: string;
  /** The same by QEMU's names; see `joinWirePath`. */
  readonly wirePath: string;
  /** What people call it: the name of the field, `[3]` of an element, a subsection's own name. */
  readonly label: string;
  /** QEMU's name for it alone. */
  readonly wireName: string;
  readonly node: NodeIR;
  readonly structs: Structs;
  readonly metadata: Metadata | undefined;
  readonly doc: string | undefined;
  /** `undefined` where it is absent. */
  readonly value: unknown;
}
