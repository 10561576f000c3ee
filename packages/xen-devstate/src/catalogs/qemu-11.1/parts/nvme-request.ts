// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { uint8, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const NvmeCqe = vmstate(
  'nvme-cqe',
  { version: 1, type: 'NvmeCqe' },
  {
    result: uint32,
    dw1: uint32,
    sqHead: uint16.wireName('sq_head'),
    sqId: uint16.wireName('sq_id'),
    cid: uint16,
    status: uint16,
  },
);

export const NvmeRequestCmdDptrSgl = vmstate(
  'nvme-request-cmd-dptr-sgl',
  { version: 1, type: 'NvmeRequestCmdDptrSgl' },
  {
    addr: uint64,
    len: uint32,
    rsvd: list(uint8, 3),
    type: uint8,
  },
);

export const NvmeRequestCmdDptr = vmstate(
  'nvme-request-cmd-dptr',
  { version: 1, type: 'NvmeRequestCmdDptr' },
  {
    prp1: uint64,
    prp2: uint64,
    sgl: NvmeRequestCmdDptrSgl,
  },
);

export const NvmeRequestCmd = vmstate(
  'nvme-request-cmd',
  { version: 1, type: 'NvmeRequestCmd' },
  {
    opcode: uint8,
    flags: uint8,
    cid: uint16,
    nsid: uint32,
    res1: uint64,
    mptr: uint64,
    dptr: NvmeRequestCmdDptr,
    cdw10: uint32,
    cdw11: uint32,
    cdw12: uint32,
    cdw13: uint32,
    cdw14: uint32,
    cdw15: uint32,
  },
);

export const NvmeRequest = vmstate(
  'nvme-request',
  { version: 1, type: 'NvmeRequest' },
  {
    status: uint16,
    cqe: NvmeCqe,
    cmd: NvmeRequestCmd,
  },
);
