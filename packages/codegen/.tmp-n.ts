import * as dsl from '@bytewright/schema-dsl';

const N = 1e7;
for (const [name, node, make] of [
  ['u8', dsl.u8, () => new Uint8Array(N)], ['u32be', dsl.u32be, () => new Uint32Array(N)], ['f64le', dsl.f64le, () => new Float64Array(N)], ['u64be', dsl.u64be, () => new BigUint64Array(N)],
  ['u24be', dsl.u24be, () => Array.from({length:N}, (_, i) => i & 0xffffff)], ['i24le', dsl.i24le, () => Array.from({length:N}, (_, i) => i & 0xfff)],['bool', dsl.bool, () => Array.from({length:N}, () => true)], ['uleb', dsl.uleb128(32), () => Array.from({length:N}, (_, i) => i)],
] as const) {
  const S = dsl.struct('S', { items: dsl.list(node as never, dsl.toEnd) } as never);
  const c = { encode: (v: any) => dsl.encode(S as any, v), decode: (b: any, o: any) => dsl.decode(S as any, b, o) };
  const v = { items: make() };
  let t = Date.now(); const bytes = c.encode(v); const e = Date.now() - t;
  t = Date.now(); c.decode(bytes, {limits: {elements: 1e9}}); console.log(name, 'encode', e, 'decode', Date.now() - t);
}
