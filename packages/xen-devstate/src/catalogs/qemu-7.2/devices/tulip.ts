// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { buffer, uint8, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const Tulip = vmstate(
  'tulip',
  { version: 0, minimum: 0, type: 'Tulip' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    csr: list(uint32, 16),
    oldCsr9: uint32.wireName('old_csr9'),
    miiWord: uint32.wireName('mii_word'),
    miiBitcnt: uint32.wireName('mii_bitcnt'),
    currentRxDesc: uint64.wireName('current_rx_desc'),
    currentTxDesc: uint64.wireName('current_tx_desc'),
    rxFrame: buffer(2048).wireName('rx_frame'),
    txFrame: buffer(2048).wireName('tx_frame'),
    rxFrameLen: uint16.wireName('rx_frame_len'),
    txFrameLen: uint16.wireName('tx_frame_len'),
    rxFrameSize: uint16.wireName('rx_frame_size'),
    rxStatus: uint32.wireName('rx_status'),
    filter: list(uint8, 96),
  },
);
