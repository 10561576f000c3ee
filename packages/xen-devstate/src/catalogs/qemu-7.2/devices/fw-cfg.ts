// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { optional, since } from '@bytewright/schema-dsl';
import { int32AsUint16, uint16, uint32, uint64, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const FwCfgDma = vmstate(
  'fw_cfg/dma',
  { version: 0, minimum: 0, type: 'FwCfgDma' },
  {
    dmaAddr: uint64.wireName('dma_addr'),
  },
);

export const FwCfgAcpiMr = vmstate(
  'fw_cfg/acpi_mr',
  { version: 1, minimum: 1, type: 'FwCfgAcpiMr' },
  {
    tableMrSize: uint64.wireName('table_mr_size'),
    linkerMrSize: uint64.wireName('linker_mr_size'),
    rsdpMrSize: uint64.wireName('rsdp_mr_size'),
  },
);

export const FwCfg = vmstate(
  'fw_cfg',
  { version: 2, minimum: 1, type: 'FwCfg' },
  {
    curEntry: uint16.wireName('cur_entry'),
    curOffset: optional(int32AsUint16).wireName('cur_offset'),
    curOffset2: since(version, 2, uint32).wireName('cur_offset'),
  },
  {
    'fw_cfg/dma': FwCfgDma,
    'fw_cfg/acpi_mr': FwCfgAcpiMr,
  },
).where(($) => [$.curOffset.presentWhen(version.eq(1))]).source('QEMU hw/nvram/fw_cfg.c, is_version_1');
