import type { Infer } from '@bytewright/schema-dsl';
import { expectTypeOf, test } from 'vitest';
import type { DeviceState } from '../../src/index.js';
import type { DeviceState as schema } from '../../src/schema.js';

type Inferred = Infer<typeof schema>;

test('generates the same types as inferred', () => {
  expectTypeOf<DeviceState extends Inferred ? true : false>().toEqualTypeOf<true>();
  expectTypeOf<Inferred extends DeviceState ? true : false>().toEqualTypeOf<true>();
});

test('discriminates sections by device, so that devices can be added without breaking users', () => {
  const [section] = ({} as DeviceState).sections;
  if (section?.device === undefined) expectTypeOf(section?.payload).toEqualTypeOf<Uint8Array | undefined>();
  // @ts-expect-error constants are not part of the value
  section?.type;
  // @ts-expect-error whether a section has a footer follows from the file's `footers`
  section?.footer;
});
