// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, uint8, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { NvmeAtomic } from './nvme-atomic.js';

export const NvmeNsTmp = vmstate(
  'nvme_ns_tmp',
  { version: 0, type: 'NvmeNsTmp' },
  {
    enableWriteCache: bool.wireName('enable_write_cache'),
  },
);

export const NvmeLbaf = vmstate(
  'nvme_lbaf',
  { version: 1, type: 'NvmeLbaf' },
  {
    ms: uint16,
    ds: uint8,
    rp: uint8,
  },
);

export const NvmeIdNs = vmstate(
  'nvme_id_ns',
  { version: 1, type: 'NvmeIdNs' },
  {
    nsze: uint64,
    ncap: uint64,
    nuse: uint64,
    nsfeat: uint8,
    nlbaf: uint8,
    flbas: uint8,
    mc: uint8,
    dpc: uint8,
    dps: uint8,
    nmic: uint8,
    rescap: uint8,
    fpi: uint8,
    dlfeat: uint8,
    nawun: uint16,
    nawupf: uint16,
    nacwu: uint16,
    nabsn: uint16,
    nabo: uint16,
    nabspf: uint16,
    noiob: uint16,
    nvmcap: list(uint8, 16),
    npwg: uint16,
    npwa: uint16,
    npdg: uint16,
    npda: uint16,
    nows: uint16,
    mssrl: uint16,
    mcl: uint32,
    msrc: uint8,
    rsvd81: list(uint8, 18),
    nsattr: uint8,
    nvmsetid: uint16,
    endgid: uint16,
    nguid: list(uint8, 16),
    eui64: uint64,
    lbaf: list(NvmeLbaf, 64),
    vs: list(uint8, 3712),
  },
);

export const NvmeIdNsNvm = vmstate(
  'nvme_id_ns_nvm',
  { version: 1, type: 'NvmeIdNsNvm' },
  {
    lbstm: uint64,
    pic: uint8,
    rsvd9: list(uint8, 3),
    elbaf: list(uint32, 64),
    npdgl: uint32,
    nprg: uint32,
    npra: uint32,
    nors: uint32,
    npdal: uint32,
    rsvd288: list(uint8, 3808),
  },
);

export const NvmeIdNsInd = vmstate(
  'nvme_id_ns_ind',
  { version: 1, type: 'NvmeIdNsInd' },
  {
    nsfeat: uint8,
    nmic: uint8,
    rescap: uint8,
    fpi: uint8,
    anagrpid: uint32,
    nsattr: uint8,
    rsvd9: uint8,
    nvmsetid: uint16,
    endgrpid: uint16,
    nstat: uint8,
    rsvd15: list(uint8, 4081),
  },
);

export const NvmeNs = vmstate(
  'nvme_ns',
  { version: 1, type: 'NvmeNs' },
  {
    tmp: NvmeNsTmp,
    idNs: field(NvmeIdNs).wireName('id_ns'),
    idNsNvm: field(NvmeIdNsNvm).wireName('id_ns_nvm'),
    idNsInd: field(NvmeIdNsInd).wireName('id_ns_ind'),
    lbaf: NvmeLbaf,
    nlbaf: uint32,
    csi: uint8,
    status: uint16,
    pif: uint8,
    znsZrwas: uint16.wireName('zns.zrwas'),
    znsZrwafg: uint16.wireName('zns.zrwafg'),
    znsNumzrwa: uint32.wireName('zns.numzrwa'),
    featuresErrRec: uint32.wireName('features.err_rec'),
    atomic: NvmeAtomic,
  },
);
