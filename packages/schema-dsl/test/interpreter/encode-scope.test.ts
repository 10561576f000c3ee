import { prefix, string, struct } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { expect, test } from 'vitest';
import { u8 } from '../../src/index.js';
import { EncodeContext, NO_BYTES } from '../../src/interpreter/encode-context.js';
import { EncodeScope } from '../../src/interpreter/encode-scope.js';
import { structNamed } from '../../src/ir.js';

const S = struct('S', { name: string(prefix(u8)) });

test.each([
  ['where a field of the struct asks', ['outer', 'asking', 3], ['outer', 'asking', 3]],
  ['where a decision is made once more, when everything is written', [], []],
])('asking for a size leaves the path as it was: %s', (_, asking, after) => {
  const { structs } = irOf(S);
  const encoding = new EncodeContext(NO_BYTES, structs, true);
  encoding.path.push('outer');
  const scope = new EncodeScope(structNamed('S', structs), { name: 'hi' }, new Map(), encoding);
  encoding.path.splice(0, 1, ...asking);
  expect(scope.byteLength('name')).toBe(3);
  expect(encoding.path).toEqual(after);
});
