/** A field, or a run of equal elements of one, as VMDESCRIPTION says it. */
export interface DescribedField {
  /** The name, with `[k]` behind it where the struct has several fields of this name. */
  readonly name: string;
  /** QEMU's name of the type: `uint8`, `timer`, `struct`. */
  readonly type: string;
  /** Bytes on the wire of one element. */
  readonly size: number;
  /** How many equal elements this stands for; `undefined` for one. */
  readonly count: number | undefined;
  /** Which element of a field this is, where elements are said one by one. The last one lacks it in QEMU 10.0. */
  readonly index: number | undefined;
  /** What is in it: one struct, or the elements of a list; none for a type that has no fields. */
  readonly structs: readonly DescribedStruct[];
}

/** A struct, or a subsection. */
export interface DescribedStruct {
  /** The description's own name, which subsections begin with. */
  readonly name: string;
  readonly version: number;
  readonly fields: readonly DescribedField[];
  /** Those that were written, in order. */
  readonly subsections: readonly DescribedStruct[];
}

/** A section. */
export interface DescribedDevice {
  readonly idstr: string;
  readonly instanceId: number;
  readonly state: DescribedStruct;
}

/** What VMDESCRIPTION says of a stream. */
export interface Description {
  readonly pageSize: number | undefined;
  /** In the order of the stream. A name with an instance may occur more than once. */
  readonly devices: readonly DescribedDevice[];
}
