// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { optional, since } from '@bytewright/schema-dsl';
import { version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { IpmiInterfaceKcs } from '../parts/ipmi-interface-kcs.js';

export const IpmiInterface = vmstate(
  'ipmi-interface',
  { version: 2, minimum: 1, type: 'IpmiInterface' },
  {
    kcs: optional(IpmiInterfaceKcs.with(version.of(1))),
    kcs2: since(version, 2, IpmiInterfaceKcs.with(version.of(2))).wireName('kcs'),
  },
).where(($) => [$.kcs.presentWhen(version.le(1))]).source('QEMU hw/ipmi/isa_ipmi_kcs.c, vmstate_kcs_before_version2');
