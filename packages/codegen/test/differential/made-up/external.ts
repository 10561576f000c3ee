import * as dsl from '@bytewright/schema-dsl';

/** Code of one's own that a made-up schema names. */
export function external<T>(name: string, value: T): dsl.External<T> {
  return dsl.external({ module: './own-code.js', export: name }, value);
}
