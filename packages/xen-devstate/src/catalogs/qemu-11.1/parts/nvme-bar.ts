// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const NvmeBar = vmstate(
  'nvme-bar',
  { version: 1, type: 'NvmeBar' },
  {
    cap: uint64,
    vs: uint32,
    intms: uint32,
    intmc: uint32,
    cc: uint32,
    rsvd24: list(uint8, 4),
    csts: uint32,
    nssr: uint32,
    aqa: uint32,
    asq: uint64,
    acq: uint64,
    cmbloc: uint32,
    cmbsz: uint32,
    bpinfo: uint32,
    bprsel: uint32,
    bpmbl: uint64,
    cmbmsc: uint64,
    cmbsts: uint32,
    rsvd92: list(uint8, 3492),
    pmrcap: uint32,
    pmrctl: uint32,
    pmrsts: uint32,
    pmrebs: uint32,
    pmrswtp: uint32,
    pmrmscl: uint32,
    pmrmscu: uint32,
    css: list(uint8, 484),
  },
);
