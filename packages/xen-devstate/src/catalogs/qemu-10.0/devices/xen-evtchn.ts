// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const XenEvtchnPort = vmstate(
  'xen_evtchn_port',
  { version: 1, type: 'XenEvtchnPort' },
  {
    vcpu: uint32,
    type: uint16,
    uVal: uint16.wireName('u.val'),
  },
);

export const XenEvtchn = vmstate(
  'xen_evtchn',
  { version: 1, minimum: 1, type: 'XenEvtchn' },
  {
    callbackParam: uint64.wireName('callback_param'),
    nrPorts: derived(uint32).wireName('nr_ports'),
    portTable: list(XenEvtchnPort).wireName('port_table'),
    gsiPirq: list(uint16, 24).wireName('gsi_pirq'),
    pirqInuseBitmap: list(uint64, 4).wireName('pirq_inuse_bitmap'),
    pirqGsiSet: uint32.wireName('pirq_gsi_set'),
  },
).where(($) => [$.nrPorts.is(count($.portTable))]).source('QEMU hw/i386/kvm/xen_evtchn.c: 256 interrupts');
