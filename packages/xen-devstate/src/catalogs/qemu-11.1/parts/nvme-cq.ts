// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { queue, uint8, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { NvmeRequest } from './nvme-request.js';

export const NvmeCq = vmstate(
  'nvme-cq',
  { version: 1, type: 'NvmeCq' },
  {
    phase: uint8,
    cqid: uint16,
    irqEnabled: uint16.wireName('irq_enabled'),
    head: uint32,
    tail: uint32,
    vector: uint32,
    size: uint32,
    dmaAddr: uint64.wireName('dma_addr'),
    reqList: queue('NvmeCqReqListElement', NvmeRequest).wireName('req_list'),
  },
);
