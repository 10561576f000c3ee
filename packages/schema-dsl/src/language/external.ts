import type { CustomCodec } from '@bytewright/runtime';
import { describe } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import type { ExternalIR } from '../ir/external.js';
import { printable } from '../ir/printable.js';
import { SchemaError } from '../ir/schema-error.js';

/** A user-supplied value, identified in the schema by the module and name under which it is exported. */
export interface External<T> {
  readonly external: ExternalIR;
  /** The value itself; not part of the schema's data. */
  readonly value: T;
}

const REGISTRY = Symbol.for('@bytewright/schema-dsl/externals');

/**
 * Names something that a schema needs but cannot contain, such as a checksum function. The schema's data holds only the
 * name. Generated code imports that name from that module; a relative path is resolved against the schema module that
 * the struct is generated from. The interpreter uses `value`, which is registered process-wide under the name, so a schema
 * restored from JSON finds it too, once this has been called.
 *
 * @throws SchemaError if the name cannot be imported
 * @example `external({ module: './adler-32.js', export: 'adler32' }, adler32)`
 */
export function external<T>(
  name: { readonly module: string; readonly export: string },
  value: T,
): External<T> {
  const { module, export: exported } = name ?? {};
  if (typeof module !== 'string' || module === '' || printable(module) !== module)
    throw new CallError(
      'invalid-argument',
      'external()',
      `expected a module specifier, such as './adler-32.js', found ${described(module)}; write external({ module: …, export: … }, value)`,
    );
  if (typeof exported !== 'string' || !/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(exported))
    throw new CallError(
      'invalid-name',
      'external()',
      `expected an export name that is an identifier, found ${described(exported)}; use a name that ${module} exports`,
    );
  if (value === undefined || value === null)
    throw new CallError(
      'invalid-argument',
      'external()',
      `expected the export ${exported} of ${module}, found ${String(value)}; import it and pass it as the second argument`,
    );
  registry().set(keyOf({ module, export: exported }), value);
  return Object.freeze({ external: Object.freeze({ module, export: exported }), value });
}

/**
 * The value registered under a name.
 *
 * @throws SchemaError if there is none: the schema module has not been loaded
 */
export function externalValue(name: ExternalIR): unknown {
  const value = registry().get(keyOf(name));
  if (value === undefined) {
    const said = `{ module: ${JSON.stringify(name.module)}, export: ${JSON.stringify(name.export)} }`;
    throw unusable(
      name,
      `the schema calls it, but it is not registered; load the schema module, or call external(${said}, …)`,
    );
  }
  return value;
}

/**
 * A registered function of bytes; its result is for the caller to check.
 *
 * @throws SchemaError if no function is registered under the name
 */
export function externalFunction(name: ExternalIR): (bytes: Uint8Array) => unknown {
  const found = externalValue(name);
  if (typeof found === 'function') return found as (bytes: Uint8Array) => unknown; // called with bytes, and its result is checked
  throw unusable(
    name,
    `the schema calls it as a function, but ${described(found)} is registered; register a function`,
  );
}

/**
 * A registered codec; its results are for the caller to check.
 *
 * @throws SchemaError if no codec is registered under the name
 */
export function externalCodec(name: ExternalIR): CustomCodec<unknown> {
  const found = externalValue(name);
  if (typeof found === 'object' && found !== null && 'read' in found && 'write' in found)
    return found as CustomCodec<unknown>; // called with bytes and values, and its results are checked
  throw unusable(
    name,
    `the schema uses it as a codec, but ${described(found)} is registered; register an object with read and write`,
  );
}

function unusable({ module, export: exported }: ExternalIR, problem: string): SchemaError {
  return new SchemaError('unregistered-external', `${exported} of ${module}`, problem);
}

/** One registry per process, even if the process loads two copies of this package. */
function registry(): Map<string, unknown> {
  const holder = globalThis as { [REGISTRY]?: Map<string, unknown> }; // a property that only this package sets
  holder[REGISTRY] ??= new Map();
  return holder[REGISTRY];
}

const described = (value: unknown): string => printable(describe(value));

const keyOf = (name: ExternalIR): string => `${name.module}\0${name.export}`;
