import type { Fault } from './fault.js';
import { printFault } from './fault.js';

/**
 * Faults of a configuration, of the schemas that it names or of another file: nothing was generated. All that were found are in
 * `faults`, and the message has a line for each.
 */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
  /** All faults, in the order of the files; at least one. */
  readonly faults: readonly Fault[];

  constructor(faults: string | readonly Fault[], options?: ErrorOptions) {
    const all = typeof faults === 'string' ? [{ problem: faults }] : faults;
    super(typeof faults === 'string' ? faults : all.map(printFault).join('\n'), options);
    this.faults = all;
  }
}
