import { FIELD_FLAG } from './field-flags.js';

/** What is known of a field, whatever the version of QEMU. */
export interface KnownField {
  readonly name: string;
  /** Name of the `VMStateInfo`, or of the description of a struct. */
  readonly type?: string;
  readonly struct?: string;
  readonly size?: number;
  readonly count?: number;
  readonly flags?: number;
  readonly version?: number;
  readonly structVersion?: number;
  readonly hasPredicate?: boolean;
  /** Which field holds the count, or the size. */
  readonly countedBy?: string;
  readonly sizedBy?: string;
  /** Bytes in memory behind an earlier field. */
  readonly behind?: readonly [field: string, distance: number];
}

/** A description that many versions of QEMU have, with content that never changed. */
export interface KnownDescription {
  readonly name: string;
  readonly version: number;
  readonly minimum: number;
  /** The whole list, in order. */
  readonly fields: readonly KnownField[];
  /** The first subsection. */
  readonly subsection?: string;
}

const single = FIELD_FLAG.single;
const buffer = (name: string, size: number): KnownField => ({
  name,
  type: 'buffer',
  size,
  flags: FIELD_FLAG.buffer,
});
const unused = (size: number): KnownField => ({
  name: 'unused',
  type: 'unused_buffer',
  size,
  flags: FIELD_FLAG.buffer,
});
const u8 = (name: string): KnownField => ({ name, type: 'uint8', size: 1, flags: single, version: 0 });
const u32 = (name: string, version = 0): KnownField => ({
  name,
  type: 'uint32',
  size: 4,
  flags: single,
  version,
});
const u64 = (name: string, version = 0): KnownField => ({
  name,
  type: 'uint64',
  size: 8,
  flags: single,
  version,
});

const u32Pair = (name: string): KnownField => ({
  ...{ name, type: 'uint32', size: 4, count: 2, flags: FIELD_FLAG.array, version: 0 },
});

/**
 * Descriptions to find the layout of the tables by. Their content is part of the migration stream's format, which QEMU
 * keeps compatible: seen unchanged in 5.2, 7.2 and 10.0.
 *
 * Source: QEMU system/cpu-timers.c, hw/rtc/mc146818rtc.c, hw/intc/ioapic_common.c, hw/dma/i8257.c, hw/pci/pci.c,
 * hw/ide/core.c, migration/savevm.c, hw/ipmi/isa_ipmi_kcs.c, hw/timer/i8254_common.c, hw/virtio/virtio-pci.c, hw/intc/i8259_common.c.
 */
export const KNOWN_DESCRIPTIONS: readonly KnownDescription[] = [
  {
    name: 'timer',
    version: 2,
    minimum: 1,
    fields: [
      { name: 'cpu_ticks_offset', type: 'int64', size: 8, flags: single, version: 0 },
      unused(8),
      { name: 'cpu_clock_offset', type: 'int64', size: 8, flags: single, version: 2 },
    ],
    subsection: 'timer/icount',
  },
  {
    name: 'mc146818rtc',
    version: 3,
    minimum: 1,
    fields: [
      buffer('cmos_data', 128),
      { ...u8('cmos_index'), behind: ['cmos_data', 128] },
      unused(28),
      { name: 'periodic_timer', type: 'timer', size: 8, flags: single | FIELD_FLAG.pointer },
      {
        name: 'next_periodic_time',
        type: 'int64',
        size: 8,
        flags: single,
        behind: ['periodic_timer', 8],
      },
      unused(24),
      u32('irq_coalesced', 2),
      { ...u32('period', 2), behind: ['irq_coalesced', 4] },
      u64('base_rtc', 3),
      u64('last_update', 3),
      { name: 'offset', type: 'int64', size: 8, flags: single, version: 3 },
      { name: 'update_timer', type: 'timer', size: 8, version: 3 },
      u64('next_alarm_time', 3),
    ],
    subsection: 'mc146818rtc/irq_reinject_on_ack_count',
  },
  {
    name: 'ioapic',
    version: 3,
    minimum: 1,
    fields: [
      u8('id'),
      { ...u8('ioregsel'), behind: ['id', 1] },
      { ...unused(8), version: 2 },
      u32('irr', 2),
      { name: 'ioredtbl', type: 'uint64', size: 8, count: 24, flags: FIELD_FLAG.array, version: 0 },
    ],
  },
  {
    name: 'dma',
    version: 1,
    minimum: 1,
    fields: [
      u8('command'),
      { ...u8('mask'), behind: ['command', 1] },
      u8('flip_flop'),
      { name: 'dshift', type: 'int32', size: 4, flags: single },
      { name: 'regs', struct: 'dma_regs', count: 4, flags: FIELD_FLAG.struct | FIELD_FLAG.array, version: 1 },
    ],
  },
  {
    name: 'PCIBUS',
    version: 1,
    minimum: 1,
    fields: [
      { name: 'nirq', type: 'int32 equal', size: 4, flags: single },
      {
        name: 'irq_count',
        type: 'int32',
        size: 4,
        flags: FIELD_FLAG.countInt32 | FIELD_FLAG.pointer,
        countedBy: 'nirq',
      },
    ],
  },
  {
    name: 'configuration',
    version: 1,
    minimum: 0,
    fields: [
      u32('len'),
      {
        name: 'name',
        type: 'buffer',
        flags: FIELD_FLAG.sizedBuffer | FIELD_FLAG.pointer | FIELD_FLAG.allocated,
        sizedBy: 'len',
      },
    ],
    subsection: 'configuration/target-page-bits',
  },
  {
    name: 'fw_cfg',
    version: 2,
    minimum: 1,
    fields: [
      { name: 'cur_entry', type: 'uint16', size: 2, flags: single, hasPredicate: false },
      { name: 'cur_offset', type: 'int32_as_uint16', flags: single, hasPredicate: true },
      { ...u32('cur_offset', 2), hasPredicate: false },
    ],
    subsection: 'fw_cfg/dma',
  },
  {
    name: 'PCIDevice',
    version: 2,
    minimum: 1,
    fields: [
      { name: 'version_id', type: 'int32 le', size: 4, flags: single, hasPredicate: false },
      { name: 'config', type: 'pci config', size: 256, flags: FIELD_FLAG.buffer, hasPredicate: true },
      { name: 'config', type: 'pci config', size: 4096, flags: FIELD_FLAG.buffer, hasPredicate: true },
      { name: 'irq_state', type: 'pci irq state', size: 16, version: 2, hasPredicate: false },
    ],
  },
  {
    name: 'ipmi-interface',
    version: 2,
    minimum: 1,
    fields: [
      {
        name: 'kcs',
        struct: 'ipmi-interface-kcs',
        flags: FIELD_FLAG.structOfVersion,
        version: 0,
        structVersion: 1,
        hasPredicate: true,
      },
      {
        name: 'kcs',
        struct: 'ipmi-interface-kcs',
        flags: FIELD_FLAG.structOfVersion,
        version: 2,
        structVersion: 2,
        hasPredicate: false,
      },
    ],
  },
  {
    // has an array, and fields behind one another, also where there are none of the PC's chips
    name: 'virtio_pci/modern_queue_state',
    version: 1,
    minimum: 1,
    fields: [
      { name: 'num', type: 'uint16', size: 2, flags: single, version: 0 },
      unused(1),
      { name: 'enabled', type: 'bool', size: 1, flags: single, version: 0 },
      u32Pair('desc'),
      { ...u32Pair('avail'), behind: ['desc', 8] },
      { ...u32Pair('used'), behind: ['avail', 8] },
    ],
  },
  {
    name: 'virtio_pci/modern_state',
    version: 1,
    minimum: 1,
    fields: [
      u32('dfselect'),
      { ...u32('gfselect'), behind: ['dfselect', 4] },
      { ...u32Pair('guest_features'), behind: ['gfselect', 4] },
      {
        name: 'vqs',
        struct: 'virtio_pci/modern_queue_state',
        flags: FIELD_FLAG.struct | FIELD_FLAG.array,
      },
    ],
  },
  {
    name: 'i8254',
    version: 3,
    minimum: 2,
    fields: [
      u32('channels[0].irq_disabled', 3),
      { name: 'channels', struct: 'pit channel', count: 3, flags: FIELD_FLAG.struct | FIELD_FLAG.array },
      { name: 'channels[0].next_transition_time', type: 'int64', size: 8, flags: single },
    ],
  },
];
