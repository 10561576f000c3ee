import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Compiled {
  parsePacketBuffer(type: string, buffer: Buffer): { readonly data: unknown };
  createPacketBuffer(type: string, value: unknown): Buffer;
}

interface Compiler {
  addTypesToCompile(types: Readonly<Record<string, unknown>>): void;
  compileProtoDefSync(): Compiled;
}

/** What protodef makes of a type in its JSON; its own declarations have no types for values. */
export function protodefCodec<Value>(type: unknown): {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
} {
  const { Compiler } = require('protodef') as { Compiler: { ProtoDefCompiler: new () => Compiler } };
  const compiler = new Compiler.ProtoDefCompiler();
  compiler.addTypesToCompile({ root: type });
  const compiled = compiler.compileProtoDefSync();
  return {
    decode: (bytes) => compiled.parsePacketBuffer('root', bufferOf(bytes)).data as Value, // as its schema says
    encode: (value) => compiled.createPacketBuffer('root', value),
  };
}

/** The same bytes as a Buffer, whose methods protodef calls. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
