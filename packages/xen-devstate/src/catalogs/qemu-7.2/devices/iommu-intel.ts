// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint8, uint16, uint32, uint64, unused, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IommuIntel = vmstate(
  'iommu-intel',
  { version: 1, minimum: 1, type: 'IommuIntel' },
  {
    root: uint64,
    intrRoot: uint64.wireName('intr_root'),
    iq: uint64,
    intrSize: uint32.wireName('intr_size'),
    iqHead: uint16.wireName('iq_head'),
    iqTail: uint16.wireName('iq_tail'),
    iqSize: uint16.wireName('iq_size'),
    nextFrcdReg: uint16.wireName('next_frcd_reg'),
    csr: list(uint8, 560),
    iqLastDescType: uint8.wireName('iq_last_desc_type'),
    unused: unused(1),
    dmarEnabled: bool.wireName('dmar_enabled'),
    qiEnabled: bool.wireName('qi_enabled'),
    intrEnabled: bool.wireName('intr_enabled'),
    intrEime: bool.wireName('intr_eime'),
  },
);
