// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Vmcoreinfo = vmstate(
  'vmcoreinfo',
  { version: 1, minimum: 1, type: 'Vmcoreinfo' },
  {
    hasVmcoreinfo: bool.wireName('has_vmcoreinfo'),
    vmcoreinfoHostFormat: uint16.wireName('vmcoreinfo.host_format'),
    vmcoreinfoGuestFormat: uint16.wireName('vmcoreinfo.guest_format'),
    vmcoreinfoSize: uint32.wireName('vmcoreinfo.size'),
    vmcoreinfoPaddr: uint64.wireName('vmcoreinfo.paddr'),
  },
);
