// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IpmiInterfaceBt = vmstate(
  'ipmi-interface-bt',
  { version: 1, type: 'IpmiInterfaceBt' },
  {
    obfIrqSet: bool.wireName('obf_irq_set'),
    atnIrqSet: bool.wireName('atn_irq_set'),
    irqsEnabled: bool.wireName('irqs_enabled'),
    outpos: uint32,
    outlen: uint32,
    outmsg: list(uint8, 300),
    inlen: uint32,
    inmsg: list(uint8, 300),
    controlReg: uint8.wireName('control_reg'),
    maskReg: uint8.wireName('mask_reg'),
    waitingRsp: uint8.wireName('waiting_rsp'),
    waitingSeq: uint8.wireName('waiting_seq'),
  },
);
