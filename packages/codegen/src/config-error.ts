/** A fault in the configuration or in what it names: nothing was generated. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
}
