// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { multicastSize } from '@bytewright/xen-devstate/machine-parameters';
import {
  bool,
  buffer,
  msixVectors,
  msixVectorsIn,
  uint8,
  uint16,
  uint32,
  uint64,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const Vmxnet3Ring = vmstate(
  'vmxnet3-ring',
  { version: 0, type: 'Vmxnet3Ring' },
  {
    pa: uint64,
    size: uint32,
    cellSize: uint32.wireName('cell_size'),
    next: uint32,
    gen: uint8,
  },
);

export const Vmxnet3TxStats = vmstate(
  'vmxnet3-tx-stats',
  { version: 0, type: 'Vmxnet3TxStats' },
  {
    tSOPktsTxOK: uint64.wireName('TSOPktsTxOK'),
    tSOBytesTxOK: uint64.wireName('TSOBytesTxOK'),
    ucastPktsTxOK: uint64,
    ucastBytesTxOK: uint64,
    mcastPktsTxOK: uint64,
    mcastBytesTxOK: uint64,
    bcastPktsTxOK: uint64,
    bcastBytesTxOK: uint64,
    pktsTxError: uint64,
    pktsTxDiscard: uint64,
  },
);

export const Vmxnet3TxqDescr = vmstate(
  'vmxnet3-txq-descr',
  { version: 0, type: 'Vmxnet3TxqDescr' },
  {
    txRing: field(Vmxnet3Ring).wireName('tx_ring'),
    compRing: field(Vmxnet3Ring).wireName('comp_ring'),
    intrIdx: uint8.wireName('intr_idx'),
    txStatsPa: uint64.wireName('tx_stats_pa'),
    txqStats: field(Vmxnet3TxStats).wireName('txq_stats'),
  },
);

export const Vmxnet3RxStats = vmstate(
  'vmxnet3-rx-stats',
  { version: 0, type: 'Vmxnet3RxStats' },
  {
    lROPktsRxOK: uint64.wireName('LROPktsRxOK'),
    lROBytesRxOK: uint64.wireName('LROBytesRxOK'),
    ucastPktsRxOK: uint64,
    ucastBytesRxOK: uint64,
    mcastPktsRxOK: uint64,
    mcastBytesRxOK: uint64,
    bcastPktsRxOK: uint64,
    bcastBytesRxOK: uint64,
    pktsRxOutOfBuf: uint64,
    pktsRxError: uint64,
  },
);

export const Vmxnet3RxqDescr = vmstate(
  'vmxnet3-rxq-descr',
  { version: 0, type: 'Vmxnet3RxqDescr' },
  {
    rxRing: list(Vmxnet3Ring, 2).wireName('rx_ring'),
    compRing: field(Vmxnet3Ring).wireName('comp_ring'),
    intrIdx: uint8.wireName('intr_idx'),
    rxStatsPa: uint64.wireName('rx_stats_pa'),
    rxqStats: field(Vmxnet3RxStats).wireName('rxq_stats'),
  },
);

export const Vmxnet3IntState = vmstate(
  'vmxnet3-int-state',
  { version: 0, type: 'Vmxnet3IntState' },
  {
    isMasked: bool.wireName('is_masked'),
    isPending: bool.wireName('is_pending'),
    isAsserted: bool.wireName('is_asserted'),
  },
);

export const Vmxnet3McastList = vmstate(
  'vmxnet3/mcast_list',
  { version: 1, minimum: 1, type: 'Vmxnet3McastList' },
  {
    mcastList: buffer(multicastSize).wireName('mcast_list'),
  },
).source('QEMU hw/net/vmxnet3.c, vmxnet3_vmstate_mcast_list');

export const Vmxnet3 = vmstate(
  'vmxnet3',
  { version: 1, minimum: 1, type: 'Vmxnet3' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    rxPacketsCompound: bool.wireName('rx_packets_compound'),
    rxVlanStripping: bool.wireName('rx_vlan_stripping'),
    lroSupported: bool.wireName('lro_supported'),
    rxMode: uint32.wireName('rx_mode'),
    mcastListLen: uint32.wireName('mcast_list_len'),
    mcastListBuffSize: uint32.wireName('mcast_list_buff_size'),
    vlanTable: list(uint32, 128).wireName('vlan_table'),
    mtu: uint32,
    maxRxFrags: uint16.wireName('max_rx_frags'),
    maxTxFrags: uint32.wireName('max_tx_frags'),
    eventIntIdx: uint8.wireName('event_int_idx'),
    autoIntMasking: bool.wireName('auto_int_masking'),
    txqNum: uint8.wireName('txq_num'),
    rxqNum: uint8.wireName('rxq_num'),
    deviceActive: uint32.wireName('device_active'),
    lastCommand: uint32.wireName('last_command'),
    linkStatusAndSpeed: uint32.wireName('link_status_and_speed'),
    tempMac: uint32.wireName('temp_mac'),
    drvShmem: uint64.wireName('drv_shmem'),
    tempSharedGuestDriverMemory: uint64.wireName('temp_shared_guest_driver_memory'),
    txqDescr: list(Vmxnet3TxqDescr, 8).wireName('txq_descr'),
    rxqDescr: list(Vmxnet3RxqDescr, 8).wireName('rxq_descr'),
    interruptStates: list(Vmxnet3IntState, 25).wireName('interrupt_states'),
  },
  {
    'vmxnet3/mcast_list': Vmxnet3McastList,
  },
).where(($) => [
  $.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config))),
  $.subsections.with(multicastSize.of($.mcastListBuffSize)),
]).source('QEMU hw/net/vmxnet3.c, vmstate_vmxnet3');
