import { bytes, derived, list, prefix, byteLength, parameter, struct, u8, u16be, u32be, u64be, string } from '@bytewright/schema-dsl';

/** What a record's number is counted from. */
export const base = parameter('base', u8);

/** A struct whose bytes depend on a parameter: its examples are shown without bytes. */
const Gauged = struct('Gauged', { number: u8, gap: derived(u8) })
  .where(($) => [$.gap.is($.number.plus(base))])
  .example({ number: 3 });

/** Everything that readers can be told. */
export const Metadata = struct('Metadata', {
  pulse: u16be.unit('ms').doc('How long the pulse takes.').example(250).example(1000),
  ticks: u64be.unit('ns').wireName('clock.ticks').wireType('timer').source('hw/timer, the field of the same name'),
  width: u8.deprecated('use `pulse`, which is wider').doc('As it was called in version 1.'),
  length: derived(u8.doc('Not in the value, so it shows nowhere.')),
  text: string(undefined, 'ascii').doc('A comment cannot be ended from here: */ nor by\r\na second line:\n\n  */ `;'),
  data: bytes(prefix(u8)).example(Uint8Array.of(0xca, 0xfe)),
  samples: list(u32be.unit('ignored here, as it is not a field'), prefix(u8)).unit('mV').deprecated('all of them'),
  record: Gauged.with(base.of(1)),
})
  .where(($) => [$.length.is(byteLength($.text))])
  .doc('Everything that readers can be told.')
  .source('this file; */ too')
  .deprecated('it is an example')
  .example({
    pulse: 250,
    ticks: 7n,
    width: 1,
    text: "it's */",
    data: Uint8Array.of(0xca, 0xfe),
    samples: Uint32Array.of(1, 2),
    record: { number: 3 },
  });
