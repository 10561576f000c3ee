import { printable } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../faults/config-error.js';

/**
 * A text that is not a snapshot. The message says where in it: `structs.Pair.fields[1].node.kind: …`. What it shows of the text is
 * escaped: it is a line that can be printed.
 */
export class SnapshotError extends ConfigError {
  override readonly name: string = 'SnapshotError';
  /** Where in the snapshot, such as `structs.Pair.fields[1].node`; empty for the whole. */
  readonly path: string;
  /** What is the matter there. */
  readonly problem: string;

  constructor(path: string, problem: string) {
    super(printable(path === '' ? problem : `${path}: ${problem}`));
    this.path = printable(path);
    this.problem = printable(problem);
  }
}
