// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { timer, uint8, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const HpetTimer = vmstate(
  'hpet_timer',
  { version: 1, type: 'HpetTimer' },
  {
    tn: uint8,
    config: uint64,
    cmp: uint64,
    fsb: uint64,
    period: uint64,
    wrapFlag: uint8.wireName('wrap_flag'),
    qemuTimer: timer.wireName('qemu_timer'),
  },
);

export const HpetRtcIrqLevel = vmstate(
  'hpet/rtc_irq_level',
  { version: 1, minimum: 1, type: 'HpetRtcIrqLevel' },
  {
    rtcIrqLevel: uint8.wireName('rtc_irq_level'),
  },
);

export const HpetOffset = vmstate(
  'hpet/offset',
  { version: 1, minimum: 1, type: 'HpetOffset' },
  {
    hpetOffset: uint64.wireName('hpet_offset'),
  },
);

export const Hpet = vmstate(
  'hpet',
  { version: 2, minimum: 2, type: 'Hpet' },
  {
    config: uint64,
    isr: uint64.doc('Interrupt status.'),
    counter: uint64.wireName('hpet_counter').unit('ticks of 10 ns').doc('The main counter.'),
    numTimers: derived(uint8).wireName('num_timers_save'),
    timers: list(HpetTimer).wireName('timer'),
  },
  {
    'hpet/rtc_irq_level': HpetRtcIrqLevel,
    'hpet/offset': HpetOffset,
  },
).where(($) => [$.numTimers.is(count($.timers))]).doc('The high-precision event timer.').source('QEMU hw/timer/hpet.c, vmstate_hpet: num_timers counts since version 2, of 2010');
