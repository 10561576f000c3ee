// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { int32, int64, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const ApicSipi = vmstate(
  'apic_sipi',
  { version: 1, minimum: 1, type: 'ApicSipi' },
  {
    sipiVector: int32.wireName('sipi_vector'),
    waitForSipi: int32.wireName('wait_for_sipi'),
  },
);

export const Apic = vmstate(
  'apic',
  { version: 3, minimum: 3, type: 'Apic' },
  {
    apicbase: uint32,
    id: uint8,
    arbId: uint8.wireName('arb_id'),
    tpr: uint8,
    spuriousVec: uint32.wireName('spurious_vec'),
    logDest: uint8.wireName('log_dest'),
    destMode: uint8.wireName('dest_mode'),
    isr: list(uint32, 8).doc('Interrupts in service, a bit each.'),
    tmr: list(uint32, 8).doc('Which of them are triggered by level.'),
    irr: list(uint32, 8).doc('Interrupts that are requested.'),
    lvt: list(uint32, 6).doc('Local vectors: timer, thermal, performance, LINT0, LINT1, error.'),
    esr: uint32,
    icr: list(uint32, 2).doc('The interrupt command register.'),
    divideConf: uint32.wireName('divide_conf'),
    countShift: int32.wireName('count_shift'),
    initialCount: uint32.wireName('initial_count'),
    initialCountLoadTime: int64.wireName('initial_count_load_time'),
    nextTime: int64.wireName('next_time'),
    timerExpiry: int64.wireName('timer_expiry'),
  },
  {
    'apic_sipi': ApicSipi,
  },
).doc('The local interrupt controller of a processor.').source('QEMU hw/intc/apic_common.c, vmstate_apic_common');
