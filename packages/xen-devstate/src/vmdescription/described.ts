/** A field, or a run of equal elements of one, as described by a VMDESCRIPTION. */
export interface DescribedField {
  /** The name, followed by `[k]` if the struct has several fields with this name. */
  readonly name: string;
  /** QEMU's name for the type: `uint8`, `timer`, `struct`. */
  readonly type: string;
  /** The size of one element on the wire. */
  readonly size: number;
  /** The number of equal elements that this represents; `undefined` for one. */
  readonly count: number | undefined;
  /** The index of the element, if elements are listed one by one. In QEMU 10.0, the last one has none. */
  readonly index: number | undefined;
  /** Its contents: one struct, or the elements of a list; empty for a type without fields. */
  readonly structs: readonly DescribedStruct[];
}

/** A struct, or a subsection. */
export interface DescribedStruct {
  /** The description's own name, which is a prefix of the names of its subsections. */
  readonly name: string;
  readonly version: number;
  readonly fields: readonly DescribedField[];
  /** The subsections that were written, in order. */
  readonly subsections: readonly DescribedStruct[];
}

/** A section. */
export interface DescribedDevice {
  readonly idstr: string;
  readonly instanceId: number;
  readonly state: DescribedStruct;
}

/** The contents of a VMDESCRIPTION. */
export interface Description {
  readonly pageSize: number | undefined;
  /** Devices in the order of the stream. A name and instance may occur more than once. */
  readonly devices: readonly DescribedDevice[];
}
