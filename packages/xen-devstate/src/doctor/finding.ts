/** What is wrong, in a word that programs can tell. */
export type Cause =
  | 'truncated'
  | 'not-a-device-state'
  | 'wrong-footer'
  | 'damaged'
  | 'trailing-bytes'
  | 'second-file'
  | 'repeated-section-id'
  | 'looks-like-a-header'
  | 'not-understood'
  | 'footers'
  | 'unknown-section'
  | 'unknown-device'
  | 'newer-version'
  | 'older-version'
  | 'cpu-width'
  | 'other-layout'
  /** A fact of the machine, by its name in the catalogs: `fact:smbus`. */
  | `fact:${string}`;

/** The section that a finding is about. */
export interface FindingSection {
  readonly index: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly sectionId: number;
  /** Where it begins in the file. */
  readonly offset: number;
}

/** Something that keeps a file from being loaded, or that would be if a reader were less careful. */
export interface Finding {
  readonly cause: Cause;
  readonly section: FindingSection | undefined;
  /** The first byte in the file that is not as it should be. */
  readonly offset: number;
  /** What the target expects, in words. */
  readonly expected: string;
  /** What the file holds, in words. */
  readonly found: string;
  /** The likely reason. */
  readonly because: string;
  /** What to do about it; `undefined` where nothing helps. */
  readonly remedy: string | undefined;
  /** What QEMU says when it is given the file, as far as that follows; without footers it often names nothing. */
  readonly qemuSays: string | undefined;
  /** Whether it is a hint, and nothing that keeps QEMU from loading the file. */
  readonly isHint?: true;
  /** Whether `--fix` can do something about it. */
  readonly canFix: boolean;
}
