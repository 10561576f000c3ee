import type { Expression } from '@bytewright/schema-dsl/ir';

/** The wire format of a device, or of a part of one, by which two QEMU builds are compared. */
export interface WireDescription {
  /** The description's name; a type name for anything QEMU's code writes without a description, such as virtio queues. */
  readonly name: string;
  /** Whether it is one of QEMU's descriptions, with a version, or written by a function in QEMU. */
  readonly isDescribed: boolean;
  /** The version that is saved. That of a nested struct is not on the wire. */
  readonly version: number;
  /** The oldest version that can be loaded; `undefined` if unknown. */
  readonly minimum: number | undefined;
  readonly fields: readonly WireField[];
  readonly subsections: readonly WireDescription[];
}

/** A field, in wire order. */
export interface WireField {
  /** QEMU's name for it. */
  readonly name: string;
  /** QEMU's name for its type, such as `uint32` or `timer`; `struct` for a description. */
  readonly type: string;
  /**
   * Whether the type is exact. For list elements, a schema only has their representation, which may be `int64` for a QEMU
   * `timer`.
   */
  readonly isTypeExact: boolean;
  /** The size of one element. */
  readonly size: WireSize;
  /** The number of elements; `undefined` if it is not an array. */
  readonly count: WireCount | undefined;
  readonly presence: Presence;
  /** Whether catalogs override it, to describe what QEMU's own code writes. */
  readonly isOverlaid: boolean;
  /** The content of one element. */
  readonly content: WireDescription | undefined;
}

/** A size, or a range of sizes, in bytes. */
export interface WireSize {
  readonly least: number;
  /** `Infinity` if there is no bound. */
  readonly most: number;
  /** The size on a typical machine; `undefined` if it depends on the state. */
  readonly usual: number | undefined;
}

/** The number of elements of an array: fixed; in another field; or not on the wire, or not before the elements. */
export type WireCount =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'field'; readonly name: string }
  | {
      readonly kind: 'open';
      readonly usual: number | undefined;
      /** Bytes that give the count, or mark the last element. */
      readonly overhead: number;
    };

/** When a field is present. */
export type Presence =
  | { readonly kind: 'always' }
  /** Since this version of its description. */
  | { readonly kind: 'since'; readonly version: number }
  /** On a condition. */
  | {
      readonly kind: 'when';
      /** The condition, if known: as text, and as an expression. */
      readonly text: string | undefined;
      readonly holds?: Expression;
      /** Whether it holds on a typical machine. */
      readonly isUsual: boolean | undefined;
    };

export const ALWAYS: Presence = { kind: 'always' };

/** A fixed size. */
export function fixedSize(bytes: number): WireSize {
  return { least: bytes, most: bytes, usual: bytes };
}

/** An unknown size. */
export const ANY_SIZE: WireSize = { least: 0, most: Number.POSITIVE_INFINITY, usual: undefined };
