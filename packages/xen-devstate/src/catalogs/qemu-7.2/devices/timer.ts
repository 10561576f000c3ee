// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { since } from '@bytewright/schema-dsl';
import { int16, int64, timer, unused, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const TimerIcountWarpTimer = vmstate(
  'timer/icount/warp_timer',
  { version: 1, minimum: 1, type: 'TimerIcountWarpTimer' },
  {
    vmClockWarpStart: int64.wireName('vm_clock_warp_start'),
    icountWarpTimer: timer.wireName('icount_warp_timer'),
  },
);

export const TimerIcountTimers = vmstate(
  'timer/icount/timers',
  { version: 1, minimum: 1, type: 'TimerIcountTimers' },
  {
    icountRtTimer: timer.wireName('icount_rt_timer'),
    icountVmTimer: timer.wireName('icount_vm_timer'),
  },
);

export const TimerIcountShift = vmstate(
  'timer/icount/shift',
  { version: 2, minimum: 2, type: 'TimerIcountShift' },
  {
    icountTimeShift: int16.wireName('icount_time_shift'),
    lastDelta: int64.wireName('last_delta'),
  },
);

export const TimerIcount = vmstate(
  'timer/icount',
  { version: 1, minimum: 1, type: 'TimerIcount' },
  {
    qemuIcountBias: int64.wireName('qemu_icount_bias'),
    qemuIcount: int64.wireName('qemu_icount'),
  },
  {
    'timer/icount/warp_timer': TimerIcountWarpTimer,
    'timer/icount/timers': TimerIcountTimers,
    'timer/icount/shift': TimerIcountShift,
  },
);

export const Timer = vmstate(
  'timer',
  { version: 2, minimum: 1, type: 'Timer' },
  {
    cpuTicksOffset: int64.wireName('cpu_ticks_offset').unit('ticks').doc('What is added to the processor’s time-stamp counter.'),
    unused: unused(8),
    cpuClockOffset: since(version, 2, int64).wireName('cpu_clock_offset').unit('ns').doc('How far the clock of the virtual machine is.'),
  },
  {
    'timer/icount': TimerIcount,
  },
).doc('The clocks of the virtual machine.').source('QEMU softmmu/cpu-timers.c, vmstate_timers');
