import type { DescriptionOverlay } from './overlay.js';

/** IDE, AHCI and floppy disks. */
export const IDE: Readonly<Record<string, DescriptionOverlay>> = {
  ide_drive: {
    source: 'QEMU hw/ide/core.c, vmstate_ide_drive',
    doc: 'A drive, or the place for one.',
    fields: {
      mult_sectors: { doc: 'Sectors that READ MULTIPLE transfers at once.' },
      identify_data: {
        presentWhen: '$.identifySet.ne(0)',
        doc: 'What IDENTIFY DEVICE answers; once a guest has asked.',
      },
      nsector: { name: 'sectorCount' },
      lcyl: { name: 'cylinderLow' },
      hcyl: { name: 'cylinderHigh' },
      hob_feature: { name: 'previousFeature' },
      hob_sector: { name: 'previousSector' },
      hob_nsector: { name: 'previousSectorCount' },
      hob_lcyl: { name: 'previousCylinderLow' },
      hob_hcyl: { name: 'previousCylinderHigh' },
      select: { doc: 'Bit 4: the second drive; bit 6: LBA.' },
      status: { doc: '0x80 busy, 0x40 ready, 0x20 fault, 0x10 seek done, 0x08 data request, 0x01 error.' },
      lba48: { doc: 'Whether the last command had a 48-bit address.' },
      asc: { name: 'additionalSense' },
    },
  },
  'ide_drive/pio_state': {
    source: 'QEMU hw/ide/core.c, ide_init_drive: IDE_DMA_BUF_SECTORS * 512 + 4',
    doc: 'A transfer by the processor that has begun.',
    fields: { io_buffer: { node: 'bytes(131076)' } },
  },
  ide_bus: {
    source: 'QEMU hw/ide/core.c, vmstate_ide_bus',
    fields: { unit: { doc: 'The drive that is chosen.' } },
  },
  'ide bmdma': {
    source: 'QEMU hw/ide/pci.c, vmstate_bmdma',
    fields: {
      addr: { doc: 'Where the table of memory regions is.' },
      nsector: { name: 'sectorCount' },
    },
  },
  ahci: {
    source: 'QEMU hw/ide/ahci.c, vmstate_ahci',
    fields: {
      dev: { name: 'ports', count: 'ahciPorts' },
      ports: {
        name: 'portCount',
        relations: ['check($.portCount.eq(count($.ports)), "as many ports as there are")'],
      },
    },
  },
  fdc: {
    source: 'QEMU hw/block/fdc.c, vmstate_fdc: FD_SECTOR_LEN',
    fields: {
      fifo: { count: '512' },
      sra: { name: 'statusA' },
      srb: { name: 'statusB' },
      dor: { name: 'digitalOutput' },
      tdr: { name: 'tapeDrive' },
      dsr: { name: 'dataRateSelect' },
      msr: { name: 'mainStatus' },
    },
  },
};
