/** One device's state, or a part of it, as QEMU's tables describe it. */
export interface StateDescription {
  /** Where it is in the program: tells descriptions of one name apart. */
  readonly address: number;
  readonly name: string;
  /** Version of the layout that this QEMU writes. */
  readonly version: number;
  /** Oldest version that this QEMU loads. */
  readonly minimum: number;
  readonly fields: readonly StateField[];
  readonly subsections: readonly StateDescription[];
  /** Whether a section holds it, where that is known; else what no other description consists of is taken for a device. */
  readonly isDevice?: boolean;
  /** What is on the wire, where no table says it: code of an overlay. */
  readonly node?: string;
}

/** A field of a {@link StateDescription}, in wire order. */
export interface StateField {
  readonly name: string;
  readonly content: FieldContent;
  /** Oldest version of the description that has the field; what a predicate says goes before it. */
  readonly since: number;
  /** Whether a function of QEMU's decides if the field is there. */
  readonly hasPredicate: boolean;
  /** How often `content` follows itself; `undefined` for anything but an array. */
  readonly count: FieldNumber | undefined;
  /** Whether each element follows on a byte that says whether it is there: those of arrays of pointers, of which some are null. */
  readonly isMarked?: boolean;
  /** What is to be said about it in the schema module, where it was not read from a table. */
  readonly note?: string;
}

/** What is on the wire: a value that some function of QEMU's writes, a buffer of so many bytes, or a struct. */
export type FieldContent =
  | {
      readonly kind: 'value';
      readonly type: string;
      readonly size: FieldNumber;
      /** What the function is given to write: the elements of a queue, or what is made for the occasion. */
      readonly description: StateDescription | undefined;
      /** Whether the size is that on the wire, whatever the type: then a type that nobody knows is bytes. */
      readonly isMeasured?: boolean;
    }
  | {
      readonly kind: 'struct';
      readonly description: StateDescription;
      /** The version that it is written in; its own current one if `undefined`. */
      readonly version: number | undefined;
    };

/** A count or a size: a number, that of an earlier or later field, or one that is on no wire. */
export type FieldNumber =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'field'; readonly index: number; readonly times: number }
  | { readonly kind: 'unknown' };
