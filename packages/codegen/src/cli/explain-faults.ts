import type { ExitCode } from '@bytewright/cli';
import { count, EXIT } from '@bytewright/cli';
import { ConfigError } from '../faults/config-error.js';
import { printFault } from '../faults/fault.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import type { Session } from './host.js';

/** Tells of the faults of a schema, a configuration or another file; of anything else it prints the stack. */
export async function explainFaults(error: unknown, { err }: Session): Promise<ExitCode> {
  // a fault of a schema or a file is the user's to read; a stack would only hide it
  const faults = isExpected(error) ? thrownFaults(error) : [];
  for (const fault of faults) await err.line(printFault(fault));
  const files = new Set(faults.flatMap(({ file }) => file ?? []));
  if (files.size > 0) await err.line(`${count(faults.length, 'fault')} in ${count(files.size, 'module')}`);
  if (faults.length === 0)
    await err.line(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.no;
}

/** Whether an error is of what the command was given: a schema, a configuration, or a file that cannot be read or written. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof ConfigError ||
    (error instanceof Error && (error.name === 'SchemaError' || 'syscall' in error))
  );
}
