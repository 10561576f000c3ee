// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import {
  buffer,
  int64,
  timer,
  uint8,
  uint16,
  uint32,
  uint64,
  unused,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const Mc146818rtcIrqReinjectOnAckCount = vmstate(
  'mc146818rtc/irq_reinject_on_ack_count',
  { version: 1, minimum: 1, type: 'Mc146818rtcIrqReinjectOnAckCount' },
  {
    irqReinjectOnAckCount: uint16.wireName('irq_reinject_on_ack_count'),
  },
);

export const Mc146818rtc = vmstate(
  'mc146818rtc',
  { version: 3, minimum: 3, type: 'Mc146818rtc' },
  {
    cmosData: buffer(128).wireName('cmos_data').doc('The memory: seconds, alarm seconds, minutes, alarm minutes, hours, alarm hours, day of the week, day, month and year at 0 to 9 (in BCD, unless bit 2 of register B is set), registers A to D at 10 to 13; 50 is the century.'),
    cmosIndex: uint8.wireName('cmos_index').doc('The byte that port 0x71 reads and writes; bit 7 masks NMIs.'),
    unused: unused(28),
    periodicTimer: timer.wireName('periodic_timer').doc('When the periodic interrupt comes next.'),
    nextPeriodicTime: int64.wireName('next_periodic_time').unit('ticks of 32,768 Hz'),
    unused2: unused(24).wireName('unused'),
    irqCoalesced: uint32.wireName('irq_coalesced').doc('Periodic interrupts that the guest has missed.'),
    period: uint32.unit('ticks of 32,768 Hz').doc('Between two periodic interrupts.'),
    baseRtc: uint64.wireName('base_rtc').unit('s').doc('The time of day when it was last set, since 1970.'),
    lastUpdate: uint64.wireName('last_update').unit('ns').doc('When that was, by the clock of the machine.'),
    offset: int64.unit('ns').doc('Nanoseconds of the second that has begun.'),
    updateTimer: timer.wireName('update_timer'),
    nextAlarmTime: uint64.wireName('next_alarm_time').unit('ns'),
  },
  {
    'mc146818rtc/irq_reinject_on_ack_count': Mc146818rtcIrqReinjectOnAckCount,
  },
).doc('The real-time clock, and the memory that it keeps.').source('QEMU hw/rtc/mc146818rtc.c, vmstate_rtc');
