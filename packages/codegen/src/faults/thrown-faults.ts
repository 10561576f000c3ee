import { inspect } from 'node:util';
import { ConfigError } from './config-error.js';
import type { Fault } from './fault.js';

/** What a `SchemaError` tells; read by its name, as a schema may have a copy of the language of its own. */
interface SchemaFault {
  readonly path?: unknown;
  readonly code?: unknown;
  readonly problem?: unknown;
  readonly faults?: unknown;
}

/** The faults that something thrown tells of, not placed in any file yet. */
export function thrownFaults(error: unknown): readonly Fault[] {
  if (error instanceof ConfigError) return error.faults;
  if (!(error instanceof Error)) return [{ problem: `throws ${inspect(error)}, not an Error`, error }];
  if (error.name !== 'SchemaError') {
    const name = error.constructor === Error ? '' : `${error.name}: `;
    return [{ problem: `${name}${error.message}`, error }];
  }
  const { faults } = error as SchemaFault; // each member is looked at before it is used
  const all = Array.isArray(faults) && faults.length > 0 ? faults : [error];
  return all.filter((one): one is Error => one instanceof Error).map(schemaFault);
}

function schemaFault(error: Error): Fault {
  const { path, code, problem } = error as SchemaFault; // likewise
  if (typeof path !== 'string') return { problem: error.message, error };
  return {
    path,
    ...(typeof code === 'string' ? { code } : {}),
    problem: typeof problem === 'string' ? problem : error.message.replace(`${path}: `, ''),
    error,
  };
}
