import type { Fault } from './fault.js';

/** A fault of a configuration, and what to look for in its text to find the line. */
export interface ConfigFault extends Fault {
  /** The option that is at fault, or a text in the configuration. */
  readonly mentions?: string;
}
