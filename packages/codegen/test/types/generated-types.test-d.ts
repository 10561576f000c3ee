import type { Infer } from '@bytewright/schema-dsl';
import { expectTypeOf, test } from 'vitest';
import type { Choices, Chunk } from '../golden/generated/choices.js';
import type { Integers } from '../golden/generated/integers.js';
import type { Lists } from '../golden/generated/lists.js';
import type { Looks, Records } from '../golden/generated/look-ahead.js';
import type { Names } from '../golden/generated/names.js';
import type { Tree } from '../golden/generated/recursion.js';
import type { Text } from '../golden/generated/text.js';
import type * as choices from '../golden/schemas/choices.js';
import type * as integers from '../golden/schemas/integers.js';
import type * as lists from '../golden/schemas/lists.js';
import type * as lookAhead from '../golden/schemas/look-ahead.js';
import type * as names from '../golden/schemas/names.js';
import type * as recursion from '../golden/schemas/recursion.js';
import type * as text from '../golden/schemas/text.js';

/** Both ways assignable; the generator writes interfaces where inference gives mapped types. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

test('the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<Integers, Infer<typeof integers.Integers>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Text, Infer<typeof text.Text>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Lists, Infer<typeof lists.Lists>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Choices, Infer<typeof choices.Choices>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Chunk, Infer<typeof choices.Chunk>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Records, Infer<typeof lookAhead.Records>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Looks, Infer<typeof lookAhead.Looks>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Names, Infer<typeof names.Names>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Tree, Infer<typeof recursion.Tree>>>().toEqualTypeOf<true>();
});

test('the comparison can tell types apart', () => {
  expectTypeOf<Same<{ a: number }, { a: string }>>().toEqualTypeOf<false>();
  expectTypeOf<Same<{ a: number }, { a: number | undefined }>>().toEqualTypeOf<false>();
  expectTypeOf<Same<Integers, Infer<typeof text.Text>>>().toEqualTypeOf<false>();
});
