// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { buffer, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const QemuCanFilter = vmstate(
  'qemu_can_filter',
  { version: 1, type: 'QemuCanFilter' },
  {
    canId: uint32.wireName('can_id'),
    canMask: uint32.wireName('can_mask'),
  },
);

export const CanSja = vmstate(
  'can_sja',
  { version: 1, type: 'CanSja' },
  {
    mode: uint8,
    statusPel: uint8.wireName('status_pel'),
    interruptPel: uint8.wireName('interrupt_pel'),
    interruptEn: uint8.wireName('interrupt_en'),
    rxmsgCnt: uint8.wireName('rxmsg_cnt'),
    rxbufStart: uint8.wireName('rxbuf_start'),
    clock: uint8,
    codeMask: buffer(8).wireName('code_mask'),
    txBuff: buffer(13).wireName('tx_buff'),
    rxBuff: buffer(64).wireName('rx_buff'),
    rxPtr: uint32.wireName('rx_ptr'),
    rxCnt: uint32.wireName('rx_cnt'),
    control: uint8,
    statusBas: uint8.wireName('status_bas'),
    interruptBas: uint8.wireName('interrupt_bas'),
    code: uint8,
    mask: uint8,
    filter: list(QemuCanFilter, 4),
  },
);
