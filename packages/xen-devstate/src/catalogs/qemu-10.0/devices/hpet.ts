import { list } from '@bytewright/schema-dsl';
import { hole, timer, uint8, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

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
    isr: uint64,
    hpetCounter: uint64.wireName('hpet_counter'),
    numTimersSave: uint8.wireName('num_timers_save'),
    timer: list(HpetTimer, hole('Hpet.timer', 'u32be')),
  },
  {
    'hpet/rtc_irq_level': HpetRtcIrqLevel,
    'hpet/offset': HpetOffset,
  },
).source('QEMU hw/timer/hpet.c: num_timers counts since version 2, of 2010');
