// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list, optional } from '@bytewright/schema-dsl';
import { bool, buffer, int16, uint8, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IpmiInterfaceKcs = vmstate(
  'ipmi-interface-kcs',
  { version: 2, type: 'IpmiInterfaceKcs' },
  {
    obfIrqSet: bool.wireName('obf_irq_set'),
    atnIrqSet: bool.wireName('atn_irq_set'),
    unused: optional(buffer(1).wireType('unused_buffer')),
    irqsEnabled: bool.wireName('irqs_enabled'),
    outpos: uint32,
    outlen: uint32,
    outmsg: list(uint8, 300),
    inlen: uint32,
    inmsg: list(uint8, 300),
    writeEnd: bool.wireName('write_end'),
    statusReg: uint8.wireName('status_reg'),
    dataOutReg: uint8.wireName('data_out_reg'),
    dataInReg: int16.wireName('data_in_reg'),
    cmdReg: int16.wireName('cmd_reg'),
    waitingRsp: uint8.wireName('waiting_rsp'),
  },
).where(($) => [$.unused.presentWhen(version.le(1))]).source('QEMU hw/ipmi/ipmi_kcs.c, vmstate_kcs_before_version2');
