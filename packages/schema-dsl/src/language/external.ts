import type { CustomCodec } from '@bytewright/runtime';
import type { ExternalIR } from '../ir/checksum.js';

/** A value of the author's own, known to the schema by the module and the name under which it is exported. */
export interface External<T> {
  readonly external: ExternalIR;
  /** The value itself; no part of the schema's data. */
  readonly value: T;
}

const REGISTRY = Symbol.for('@bytewright/schema-dsl/externals');

/**
 * Names something that a schema needs and cannot hold, such as the function of a checksum. The schema's data has
 * the name only. Generated code imports that name from that module; a relative module is relative to the schema
 * module that the struct is generated from. The interpreter calls `value`, which is registered process-wide under
 * the name: so a schema that went through JSON finds it too, once this has been called.
 *
 * @throws TypeError for a name that cannot be imported.
 * @example `external({ module: './adler-32.js', export: 'adler32' }, adler32)`
 */
export function external<T>(
  name: { readonly module: string; readonly export: string },
  value: T,
): External<T> {
  const { module, export: exported } = name;
  if (typeof module !== 'string' || module === '')
    throw new TypeError('external(): a module is a specifier, such as "./adler-32.js"');
  if (typeof exported !== 'string' || !/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(exported))
    throw new TypeError(`external(): ${JSON.stringify(exported)} is no name that a module can export`);
  if (value === undefined || value === null)
    throw new TypeError(`external(): ${exported} of ${module} is ${String(value)}`);
  registry().set(keyOf({ module, export: exported }), value);
  return Object.freeze({ external: Object.freeze({ module, export: exported }), value });
}

/**
 * What is registered under a name.
 *
 * @throws TypeError where nothing is: the schema module has not been loaded.
 */
export function externalValue(name: ExternalIR): unknown {
  const value = registry().get(keyOf(name));
  if (value === undefined) {
    throw new TypeError(
      `The schema calls ${name.export} of ${name.module}, which nothing has registered: load the schema module, or call external({ module: ${JSON.stringify(name.module)}, export: ${JSON.stringify(name.export)} }, …)`,
    );
  }
  return value;
}

/**
 * A registered function of bytes; what it gives is for the caller to check.
 *
 * @throws TypeError where none is registered under the name.
 */
export function externalFunction(name: ExternalIR): (bytes: Uint8Array) => unknown {
  const found = externalValue(name);
  if (typeof found === 'function') return found as (bytes: Uint8Array) => unknown; // called with bytes, and watched
  throw new TypeError(`${name.export} of ${name.module} is no function`);
}

/**
 * A registered codec; what it gives is for the caller to check.
 *
 * @throws TypeError where none is registered under the name.
 */
export function externalCodec(name: ExternalIR): CustomCodec<unknown> {
  const found = externalValue(name);
  if (typeof found === 'object' && found !== null && 'read' in found && 'write' in found)
    return found as CustomCodec<unknown>; // called with bytes and values, and watched
  throw new TypeError(`${name.export} of ${name.module} is no codec`);
}

/** One registry a process, also where it holds two copies of this package. */
function registry(): Map<string, unknown> {
  const holder = globalThis as { [REGISTRY]?: Map<string, unknown> }; // a property that only this package sets
  holder[REGISTRY] ??= new Map();
  return holder[REGISTRY];
}

const keyOf = (name: ExternalIR): string => `${name.module}\0${name.export}`;
