import type { DescriptionOverlay } from './overlay.js';

/** Clocks and timers. */
export const TIMERS: Readonly<Record<string, DescriptionOverlay>> = {
  timer: {
    source: 'QEMU softmmu/cpu-timers.c, vmstate_timers',
    doc: 'The clocks of the virtual machine.',
    fields: {
      cpu_ticks_offset: { doc: 'What is added to the processor\u2019s time-stamp counter.', unit: 'ticks' },
      cpu_clock_offset: { doc: 'How far the clock of the virtual machine is.', unit: 'ns' },
    },
  },
  mc146818rtc: {
    source: 'QEMU hw/rtc/mc146818rtc.c, vmstate_rtc',
    doc: 'The real-time clock, and the memory that it keeps.',
    fields: {
      cmos_data: {
        doc: 'The memory: seconds, alarm seconds, minutes, alarm minutes, hours, alarm hours, day of the week, day, month and year at 0 to 9 (in BCD, unless bit 2 of register B is set), registers A to D at 10 to 13; 50 is the century.',
      },
      cmos_index: { doc: 'The byte that port 0x71 reads and writes; bit 7 masks NMIs.' },
      periodic_timer: { doc: 'When the periodic interrupt comes next.' },
      next_periodic_time: { unit: 'ticks of 32,768 Hz' },
      irq_coalesced: { doc: 'Periodic interrupts that the guest has missed.' },
      period: { doc: 'Between two periodic interrupts.', unit: 'ticks of 32,768 Hz' },
      base_rtc: { doc: 'The time of day when it was last set, since 1970.', unit: 's' },
      last_update: { doc: 'When that was, by the clock of the machine.', unit: 'ns' },
      offset: { doc: 'Nanoseconds of the second that has begun.', unit: 'ns' },
      next_alarm_time: { unit: 'ns' },
    },
  },
  hpet: {
    source: 'QEMU hw/timer/hpet.c, vmstate_hpet: num_timers counts since version 2, of 2010',
    doc: 'The high-precision event timer.',
    minimum: 2,
    fields: {
      isr: { doc: 'Interrupt status.' },
      hpet_counter: { name: 'counter', doc: 'The main counter.', unit: 'ticks of 10 ns' },
      num_timers: { node: 'derived(uint8)', relations: ['$.numTimers.is(count($.timers))'] },
      num_timers_save: {
        name: 'numTimers',
        node: 'derived(uint8)',
        relations: ['$.numTimers.is(count($.timers))'],
      },
      timer: { name: 'timers', node: 'list(@{hpet_timer})' },
    },
  },
};
