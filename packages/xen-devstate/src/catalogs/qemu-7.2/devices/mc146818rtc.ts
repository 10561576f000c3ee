import { since } from '@bytewright/schema-dsl';
import {
  buffer,
  int64,
  timer,
  uint8,
  uint16,
  uint32,
  uint64,
  unused,
  version,
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
  { version: 3, minimum: 1, type: 'Mc146818rtc' },
  {
    cmosData: buffer(128).wireName('cmos_data'),
    cmosIndex: uint8.wireName('cmos_index'),
    unused: unused(28),
    periodicTimer: timer.wireName('periodic_timer'),
    nextPeriodicTime: int64.wireName('next_periodic_time'),
    unused2: unused(24).wireName('unused'),
    irqCoalesced: since(version, 2, uint32).wireName('irq_coalesced'),
    period: since(version, 2, uint32),
    baseRtc: since(version, 3, uint64).wireName('base_rtc'),
    lastUpdate: since(version, 3, uint64).wireName('last_update'),
    offset: since(version, 3, int64),
    updateTimer: since(version, 3, timer).wireName('update_timer'),
    nextAlarmTime: since(version, 3, uint64).wireName('next_alarm_time'),
  },
  {
    'mc146818rtc/irq_reinject_on_ack_count': Mc146818rtcIrqReinjectOnAckCount,
  },
);
