// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { bool, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const XenXenstore = vmstate(
  'xen_xenstore',
  { version: 1, minimum: 1, type: 'XenXenstore' },
  {
    reqData: list(uint8, 4112).wireName('req_data'),
    rspData: list(uint8, 4112).wireName('rsp_data'),
    reqOffset: uint32.wireName('req_offset'),
    rspOffset: uint32.wireName('rsp_offset'),
    rspPending: bool.wireName('rsp_pending'),
    guestPort: uint32.wireName('guest_port'),
    fatalError: bool.wireName('fatal_error'),
    implStateSize: derived(uint32).wireName('impl_state_size'),
    implState: list(uint8).wireName('impl_state'),
  },
).where(($) => [$.implStateSize.is(count($.implState))]);
