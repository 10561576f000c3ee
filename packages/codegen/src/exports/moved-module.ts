/**
 * A module of which another one holds everything, so that there is no file of its own. Paths are relative to the configuration's
 * folder.
 */
export interface MovedModule {
  /** The schema module. */
  readonly source: string;
  /** Where it would be, such as `generated/v2/point.ts`. */
  readonly path: string;
  /** Where its code is, such as `generated/v1/point.ts`. */
  readonly to: string;
}
