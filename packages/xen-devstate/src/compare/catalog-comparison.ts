import type { Verdict } from './verdict.js';

/** What happened to a part of a description. */
export type WireChangeKind =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'moved'
  | 'changed'
  | 'no longer used'
  | 'subsection added'
  | 'subsection removed';

/** A difference between two descriptions. */
export interface WireChange {
  readonly kind: WireChangeKind;
  /** QEMU's name of the field, with those of the structs around it inside of the description. */
  readonly field: string;
  /** What it was, in words; `undefined` where there was nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Whether the bytes differ: not for a name. */
  readonly isOnWire: boolean;
  /** What it means for a state of the first side on the second one. */
  readonly there: Verdict;
  /** And the other way. */
  readonly back: Verdict;
}

/** The versions that a description has and takes. */
export interface DescriptionVersions {
  readonly version: number | undefined;
  readonly minimum: number | undefined;
}

/** Two descriptions of one name that differ. */
export interface DescriptionComparison {
  /** QEMU's name of the description. */
  readonly description: string;
  /** Sections that hold it, by the names in their headers. */
  readonly devices: readonly string[];
  /** Whether it is the description of a device, and not of a part of some. */
  readonly isDevice: boolean;
  readonly versions: { readonly before: DescriptionVersions; readonly after: DescriptionVersions };
  /** Bytes, where all states take as many: least and most. */
  readonly sizes: { readonly before: SizeRange; readonly after: SizeRange };
  readonly changes: readonly WireChange[];
  readonly there: Verdict;
  readonly back: Verdict;
}

/** Least and most bytes; `undefined` where there is no most. */
export interface SizeRange {
  readonly least: number;
  readonly most: number | undefined;
}

/** What two sides do not have in common. */
export interface CatalogComparison {
  readonly before: string;
  readonly after: string;
  /** Descriptions that differ on the wire, then those that only differ in names. */
  readonly descriptions: readonly DescriptionComparison[];
  /** Devices that only one side has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** How many devices are the same. */
  readonly same: number;
}
