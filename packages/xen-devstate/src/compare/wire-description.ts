import type { Expression } from '@bytewright/schema-dsl/ir';

/** What QEMU writes of a device, or of a part of one, as far as the wire goes: what two builds of it are compared by. */
export interface WireDescription {
  /** The description's own name; that of a type for what QEMU's code writes without a description, such as a virtio device's queues. */
  readonly name: string;
  /** Whether it is one of QEMU's descriptions, with a version, or only a part of what some function of QEMU's writes. */
  readonly isDescribed: boolean;
  /** The version that is written. Of a struct within another one it is on no wire. */
  readonly version: number;
  /** The oldest version that is loaded; `undefined` where that is not known. */
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
   * Whether that is the very name. Of elements of a list a schema only has what they look like, which may be `int64` for
   * what QEMU calls a `timer`.
   */
  readonly isTypeExact: boolean;
  /** Bytes of one element. */
  readonly size: WireSize;
  /** How many elements there are; `undefined` for what is no array. */
  readonly count: WireCount | undefined;
  readonly presence: Presence;
  /** Whether catalogs have something else for it, which looks into what QEMU's own code writes. */
  readonly isOverlaid: boolean;
  /** What is in one element. */
  readonly content: WireDescription | undefined;
}

/** How many bytes something takes. */
export interface WireSize {
  readonly least: number;
  /** `Infinity` where there is no bound. */
  readonly most: number;
  /** On a machine that is as most are; `undefined` where that depends on the state. */
  readonly usual: number | undefined;
}

/** How many elements an array has: a number; that of another field; or one that is on no wire, or not in front of them. */
export type WireCount =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'field'; readonly name: string }
  | {
      readonly kind: 'open';
      readonly usual: number | undefined;
      /** Bytes that say how many there are, or which is the last one. */
      readonly overhead: number;
    };

/** When a field is there. */
export type Presence =
  | { readonly kind: 'always' }
  /** From this version of its description on. */
  | { readonly kind: 'since'; readonly version: number }
  /** On a condition. */
  | {
      readonly kind: 'when';
      /** Which one, if that is known: in words, and as an expression. */
      readonly text: string | undefined;
      readonly holds?: Expression;
      /** Whether it holds on a machine as most are. */
      readonly isUsual: boolean | undefined;
    };

export const ALWAYS: Presence = { kind: 'always' };

/** The size of what always takes so many bytes. */
export function fixedSize(bytes: number): WireSize {
  return { least: bytes, most: bytes, usual: bytes };
}

/** The size of which nothing is known. */
export const ANY_SIZE: WireSize = { least: 0, most: Number.POSITIVE_INFINITY, usual: undefined };
