/** The export of a module: how a schema refers to code that it cannot contain. */
export interface ExternalIR {
  /** The module's specifier; a relative one is resolved against the schema module. */
  readonly module: string;
  /** The name of the export, `default` for the default one. */
  readonly export: string;
}
