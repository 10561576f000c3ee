/**
 * A range of bytes that is one thing: a number, a string, bytes, a list of plain numbers, bit fields that share bytes. Leaves tile a file: every byte
 * lies in exactly one of them, marks and counts too.
 */
export interface Leaf {
  /** Where it is in the value, `sections[3].state.cmosData`, or would be if it were in it. */
  readonly path: string;
  /** QEMU's names from the section on; see `joinWirePath`. */
  readonly wirePath: string;
  /** Of its first byte, in the file. */
  readonly offset: number;
  readonly length: number;
  /** The schema's type, such as `u32be`, `bytes`, `list of u16be`. */
  readonly type: string;
  /** As JSON documents have it: integers of 64 bits as decimal strings, bytes as hexadecimal text. */
  readonly value: LeafValue;
  /** Bytes of an element, where the leaf is a list of numbers or bytes. */
  readonly elementLength?: number;
  /** What it counts, as far as the schema says. */
  readonly unit?: string;
  /** QEMU's name for the type, where there is one. */
  readonly wireType?: string;
}

/** JSON of a leaf's value. */
export type LeafValue =
  | null
  | boolean
  | number
  | string
  | readonly (number | string)[]
  | { readonly [name: string]: LeafValue };
