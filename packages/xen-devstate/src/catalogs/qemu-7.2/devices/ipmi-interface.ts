import { optional, since } from '@bytewright/schema-dsl';
import { hole, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { IpmiInterfaceKcs } from '../parts/ipmi-interface-kcs.js';

export const IpmiInterface = vmstate(
  'ipmi-interface',
  { version: 2, minimum: 1, type: 'IpmiInterface' },
  {
    kcs: optional(IpmiInterfaceKcs.with(version.of(1))),
    kcs2: since(version, 2, IpmiInterfaceKcs.with(version.of(2))).wireName('kcs'),
  },
).where(($) => [$.kcs.presentWhen(hole('IpmiInterface.kcs', 'bool'))]);
