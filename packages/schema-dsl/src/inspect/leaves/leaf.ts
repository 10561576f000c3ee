/**
 * An indivisible range of bytes: a number, a string, bytes, a list of plain numbers, bit fields that share bytes. Leaves tile
 * a file: every byte belongs to exactly one of them, including constants and counts.
 */
export interface Leaf {
  /** The path in the value, `sections[3].state.cmosData`, or where it would be if it were in the value. */
  readonly path: string;
  /** QEMU's names from the section on; see `joinWirePath`. */
  readonly wirePath: string;
  /** The offset of its first byte in the file. */
  readonly offset: number;
  readonly length: number;
  /** The schema's type, such as `u32be`, `bytes`, `list of u16be`. */
  readonly type: string;
  /** As in JSON documents: 64-bit integers as decimal strings, bytes as hexadecimal text. */
  readonly value: LeafValue;
  /** The size of an element in bytes, if the leaf is a list of numbers or bytes. */
  readonly elementLength?: number;
  /** The unit of the number, if the schema gives one. */
  readonly unit?: string;
  /** QEMU's name for the type, if there is one. */
  readonly wireType?: string;
}

/** The JSON of a leaf's value. */
export type LeafValue =
  | null
  | boolean
  | number
  | string
  | readonly (number | string)[]
  | { readonly [name: string]: LeafValue };
