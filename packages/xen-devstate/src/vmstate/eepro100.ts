import { field, list } from '@bytewright/schema-dsl';
import { PciConfig } from './pci-config.js';
import { buffer, int32AtMost, pciIrqState, uint8, uint16, uint32, unused } from './types.js';
import { vmstate } from './vmstate.js';

/** The names of the network cards in this family, which are also the names of their sections. */
export const EEPRO100_NAMES = [
  'i82550',
  'i82551',
  'i82557a',
  'i82557b',
  'i82557c',
  'i82558a',
  'i82558b',
  'i82559a',
  'i82559b',
  'i82559c',
  'i82559er',
  'i82562',
  'i82801',
] as const;

/** A PCI device, as in the tables. Source: QEMU hw/pci/pci.c, `vmstate_pci_device`. */
export const Eepro100Pci = vmstate(
  'PCIDevice',
  { version: 2, type: 'Eepro100Pci' },
  {
    versionId: int32AtMost.wireName('version_id'),
    config: PciConfig,
    irqState: pciIrqState.wireName('irq_state'),
  },
);

// Counters of the card. Source: QEMU hw/net/eepro100.c, eepro100_stats_t.
const counter = (name: string): typeof uint32 => uint32.wireName(`statistics.${name}`);
const smallCounter = (name: string): typeof uint16 => uint16.wireName(`statistics.${name}`);

/**
 * An Intel i8255x network card. Its description gets its name at run time, so it is not in any table.
 *
 * Source: QEMU hw/net/eepro100.c, `vmstate_eepro100`.
 */
export const Eepro100 = vmstate(
  'eepro100',
  { version: 3, minimum: 2, type: 'Eepro100' },
  {
    pciDevice: field(Eepro100Pci).wireName('dev'),
    unused: unused(32),
    multicast: buffer(8).wireName('mult').doc('Which multicast addresses are received, by their hashes.'),
    mem: buffer(4096).doc('The registers, as the guest sees them.'),
    scbStat: uint8.wireName('scb_stat').doc('Status of the command block.'),
    intStat: uint8.wireName('int_stat').doc('Status of interrupts.'),
    unused2: unused(12).wireName('unused'),
    macAddress: buffer(6).wireName('conf.macaddr'),
    unused3: unused(76).wireName('unused'),
    mdi: list(uint16, 32).wireName('mdimem').doc('Registers of the transceiver.'),
    device: uint32,
    commandUnitBase: uint32.wireName('cu_base'),
    commandUnitOffset: uint32.wireName('cu_offset'),
    receiveUnitBase: uint32.wireName('ru_base'),
    receiveUnitOffset: uint32.wireName('ru_offset'),
    statisticsAddress: uint32.wireName('statsaddr'),
    txGoodFrames: counter('tx_good_frames'),
    txMaxCollisions: counter('tx_max_collisions'),
    txLateCollisions: counter('tx_late_collisions'),
    txUnderruns: counter('tx_underruns'),
    txLostCarrierSense: counter('tx_lost_crs'),
    txDeferred: counter('tx_deferred'),
    txSingleCollisions: counter('tx_single_collisions'),
    txMultipleCollisions: counter('tx_multiple_collisions'),
    txTotalCollisions: counter('tx_total_collisions'),
    rxGoodFrames: counter('rx_good_frames'),
    rxCrcErrors: counter('rx_crc_errors'),
    rxAlignmentErrors: counter('rx_alignment_errors'),
    rxResourceErrors: counter('rx_resource_errors'),
    rxOverrunErrors: counter('rx_overrun_errors'),
    rxCollisionDetectErrors: counter('rx_cdt_errors'),
    rxShortFrameErrors: counter('rx_short_frame_errors'),
    flowControlPausesSent: counter('fc_xmt_pause'),
    flowControlPausesReceived: counter('fc_rcv_pause'),
    flowControlUnsupported: counter('fc_rcv_unsupported'),
    txControlFrames: smallCounter('xmt_tco_frames'),
    rxControlFrames: smallCounter('rcv_tco_frames'),
    configuration: buffer(22).doc('What the guest has configured.'),
  },
)
  .doc('An Intel i8255x network card.')
  .source('QEMU hw/net/eepro100.c, vmstate_eepro100');
