// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const PvscsiPcie = vmstate(
  'pvscsi/pcie',
  { version: 0, minimum: 0, type: 'PvscsiPcie' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
  },
);

export const Pvscsi = vmstate(
  'pvscsi',
  { version: 0, minimum: 0, type: 'Pvscsi' },
  {
    msiUsed: uint8.wireName('msi_used'),
    resetting: uint32,
    regInterruptStatus: uint64.wireName('reg_interrupt_status'),
    regInterruptEnabled: uint64.wireName('reg_interrupt_enabled'),
    regCommandStatus: uint64.wireName('reg_command_status'),
    currCmd: uint64.wireName('curr_cmd'),
    currCmdDataCntr: uint32.wireName('curr_cmd_data_cntr'),
    currCmdData: list(uint32, 132).wireName('curr_cmd_data'),
    ringsInfoValid: uint8.wireName('rings_info_valid'),
    msgRingInfoValid: uint8.wireName('msg_ring_info_valid'),
    useMsg: uint8.wireName('use_msg'),
    ringsRsPa: uint64.wireName('rings.rs_pa'),
    ringsTxrLenMask: uint32.wireName('rings.txr_len_mask'),
    ringsRxrLenMask: uint32.wireName('rings.rxr_len_mask'),
    ringsReqRingPagesPa: list(uint64, 32).wireName('rings.req_ring_pages_pa'),
    ringsCmpRingPagesPa: list(uint64, 32).wireName('rings.cmp_ring_pages_pa'),
    ringsConsumedPtr: uint64.wireName('rings.consumed_ptr'),
    ringsFilledCmpPtr: uint64.wireName('rings.filled_cmp_ptr'),
  },
  {
    'pvscsi/pcie': PvscsiPcie,
  },
).source('QEMU hw/scsi/vmw_pvscsi.c, pvscsi_vmstate_test_pci_device: else it is in pvscsi/pcie');
