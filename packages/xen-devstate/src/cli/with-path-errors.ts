import { CommandError } from '@bytewright/cli';
import { PathError } from '@bytewright/schema-dsl/inspect';

/** Runs a step, and reports an unknown path as wrong usage. */
export function withPathErrors<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof PathError) throw new CommandError(error.message);
    throw error;
  }
}
