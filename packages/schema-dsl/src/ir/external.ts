/** What a module exports under a name: how a schema speaks of code that it cannot hold. */
export interface ExternalIR {
  /** The module's specifier; a relative one is relative to the schema module. */
  readonly module: string;
  /** The name of the export, `default` for the default one. */
  readonly export: string;
}
