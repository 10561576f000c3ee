import { generateModules } from '@bytewright/codegen';
import type { Node } from '@bytewright/schema-dsl';
import { bytes, on, prefix, range, struct, u8, u16be, u32be, union } from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { schemaModule, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const arms = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => {
    const Arm = struct(`Arm${i}`, { first: u8, second: i % 2 === 0 ? u16be : u32be });
    return [`arm${i}`, on(range(10 * i, 10 * i + 4), Arm)] as const;
  }),
);

async function codecsOf(name: string, schema: Node<unknown>): Promise<Codecs> {
  const files = await generateModules([schemaModule(name, [schema])]);
  expect(typeErrorsOf(files)).toEqual([]);
  const [module = {}] = await workshop.importAll(files);
  return new Codecs(schema, module);
}

// where an arm is a range of tags, it is chosen by a function, and each of many arms is a call whose errors need a path
test.each(['a raw arm', 'no raw arm'])('many arms, %s: errors have the path of the arm', async (which) => {
  const body = which === 'a raw arm' ? union(arms, { otherwise: bytes(prefix(u8)) }) : union(arms);
  const Many = struct(which === 'a raw arm' ? 'ManyOrRaw' : 'Many', { tag: u8, body }).where(($) => [
    $.body.tag($.tag),
  ]);
  const codecs = await codecsOf('many', Many as Node<unknown>);
  expect(codecs.decode(Uint8Array.of(23, 1, 0, 2))).toStrictEqual({
    value: { tag: 23, body: { type: 'arm2', value: { first: 1, second: 2 } } },
  });
  for (let tag = 0; tag < 100; tag += 1)
    for (let size = 0; size < 8; size += 1) codecs.decode(Uint8Array.of(tag, ...new Uint8Array(size)));
  expect(codecs.decode(Uint8Array.of(83, 1, 0))).toMatchObject({
    error: { code: 'unexpected-end', path: 'body.value.second', offset: 2 },
  });
  expect(codecs.decode(Uint8Array.of(99, 4, 1))).toMatchObject({
    error:
      which === 'a raw arm'
        ? { code: 'unexpected-end', path: 'body.value' }
        : { code: 'unknown-tag', path: 'body' },
  });
});
