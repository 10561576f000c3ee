// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IpmiBmcExtern = vmstate(
  'ipmi-bmc-extern',
  { version: 1, minimum: 1, type: 'IpmiBmcExtern' },
  {
    sendReset: bool.wireName('send_reset'),
    waitingRsp: bool.wireName('waiting_rsp'),
  },
);
