import type { Infer } from '@bytewright/schema-dsl';
import { describe, expectTypeOf, test } from 'vitest';
import type * as E1000Schema from '../../src/catalogs/qemu-7.2/devices/e1000.js';
import type * as FdcSchema from '../../src/catalogs/qemu-7.2/devices/fdc.js';
import type * as Mc146818rtcSchema from '../../src/catalogs/qemu-7.2/devices/mc146818rtc.js';
import type { E1000 } from '../../src/generated/qemu-7.2/devices/e1000.js';
import type { Fdc } from '../../src/generated/qemu-7.2/devices/fdc.js';
import type { Mc146818rtc } from '../../src/generated/qemu-7.2/devices/mc146818rtc.js';
import type { Catalog, Layout, OpenedDeviceState, OpenedWith } from '../../src/index.js';
import { openDeviceState } from '../../src/index.js';
import type { AnyDeviceState } from '../../src/schema.js';

const bytes = new Uint8Array(0);

describe('the name of a device determines the type of its state', () => {
  test('for any catalog that decodes the file', () => {
    for (const section of openDeviceState(bytes).value.sections) {
      if (section.device !== 'mc146818rtc') continue;
      expectTypeOf(section.state.cmosData).toEqualTypeOf<Uint8Array>();
      // @ts-expect-error a decoded section has no payload
      section.payload;
    }
  });

  test('for a section that no catalog can decode, which has its bytes', () => {
    for (const section of openDeviceState(bytes).value.sections) {
      if (section.device !== undefined) continue;
      expectTypeOf(section.payload).toEqualTypeOf<Uint8Array>();
      // @ts-expect-error it does not have a state
      section.state;
    }
  });

  test('for one catalog, which has the devices of one QEMU build', () => {
    const opened = openDeviceState(bytes);
    expectTypeOf(opened).toEqualTypeOf<OpenedDeviceState>();
    if (opened.catalog !== 'qemu-7.2') return;
    expectTypeOf(opened.codec.encode(opened.value)).toEqualTypeOf<Uint8Array>();
    for (const section of opened.value.sections)
      if (section.device === 'cpu') expectTypeOf(section.state.regs).toEqualTypeOf<BigUint64Array>();
  });
});

test('has states of unknown type for schemas known only at run time', () => {
  const opened = openDeviceState(bytes, { layout: {} as Layout });
  expectTypeOf(opened).toEqualTypeOf<OpenedWith>();
  expectTypeOf(opened.value).toEqualTypeOf<AnyDeviceState>();
  expectTypeOf(openDeviceState(bytes, { catalogs: [{} as Catalog] })).toEqualTypeOf<OpenedWith>();
  // @ts-expect-error not the name of a catalog
  openDeviceState(bytes, { catalogs: ['qemu-1.0'] });
});

test('generates the types of the schemas', () => {
  type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
  expectTypeOf<Same<Infer<typeof Mc146818rtcSchema.Mc146818rtc>, Mc146818rtc>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Infer<typeof FdcSchema.Fdc>, Fdc>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Infer<typeof E1000Schema.E1000>, E1000>>().toEqualTypeOf<true>();
});
