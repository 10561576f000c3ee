// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint8, uint32, uint64, unused, vmstate } from '@bytewright/xen-devstate/vmstate';

export const AmdIommuXt = vmstate(
  'amd-iommu-xt',
  { version: 1, minimum: 1, type: 'AmdIommuXt' },
  {
    xten: bool,
    intcapxten: bool,
  },
);

export const AmdIommu = vmstate(
  'amd-iommu',
  { version: 1, minimum: 1, type: 'AmdIommu' },
  {
    enabled: bool,
    gaEnabled: bool.wireName('ga_enabled'),
    unused: unused(1),
    cmdbufEnabled: bool.wireName('cmdbuf_enabled'),
    completionWaitIntr: bool.wireName('completion_wait_intr'),
    evtlogEnabled: bool.wireName('evtlog_enabled'),
    evtlogIntr: bool.wireName('evtlog_intr'),
    devtab: uint64,
    devtabLen: uint64.wireName('devtab_len'),
    cmdbuf: uint64,
    cmdbufLen: uint64.wireName('cmdbuf_len'),
    cmdbufHead: uint32.wireName('cmdbuf_head'),
    cmdbufTail: uint32.wireName('cmdbuf_tail'),
    evtlog: uint64,
    evtlogLen: uint32.wireName('evtlog_len'),
    evtlogHead: uint32.wireName('evtlog_head'),
    evtlogTail: uint32.wireName('evtlog_tail'),
    pprLog: uint64.wireName('ppr_log'),
    pprlogLen: uint32.wireName('pprlog_len'),
    pprlogHead: uint32.wireName('pprlog_head'),
    pprlogTail: uint32.wireName('pprlog_tail'),
    mmior: list(uint8, 16384),
    romask: list(uint8, 16384),
    w1cmask: list(uint8, 16384),
  },
  {
    'amd-iommu-xt': AmdIommuXt,
  },
);
