import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A schema of kaitai-struct, as its YAML would be read. */
export type Ksy = Readonly<Record<string, unknown>>;

interface Compiler {
  compile(language: 'javascript', ksy: Ksy, imports: null, debug: boolean): Promise<Record<string, string>>;
}

type Stream = object;

/** A parser of kaitai-struct: the fields of an object are those of the schema, in camel case. */
export type KaitaiParser = (bytes: Uint8Array) => object;

/**
 * Compiles a schema as kaitai-struct's users do, and loads what comes of it.
 *
 * @param name of the class: the schema's `meta.id` in Pascal case
 */
export async function kaitaiParser(ksy: Ksy, name: string): Promise<KaitaiParser> {
  const compiler = require('kaitai-struct-compiler') as Compiler; // neither package has types for this use
  const KaitaiStream = require('kaitai-struct/KaitaiStream') as new (
    buffer: ArrayBufferLike,
    offset: number,
  ) => Stream;
  const [source = ''] = Object.values(await compiler.compile('javascript', ksy, null, false));
  const module = { exports: {} };
  new Function('module', 'exports', 'require', source)(module, module.exports, require);
  // what was compiled: a module of one class
  const Root = (module.exports as Record<string, unknown>)[name] as new (stream: Stream) => object;
  return (bytes) => new Root(new KaitaiStream(bytes.buffer, bytes.byteOffset));
}

/** Names of kaitai-struct's fields are in camel case in JavaScript. */
export function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
