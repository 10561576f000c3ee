// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, optional } from '@bytewright/schema-dsl';
import { buffer, uint8, uint16, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const Ac97BmRegs = vmstate(
  'ac97_bm_regs',
  { version: 1, type: 'Ac97BmRegs' },
  {
    bdbar: uint32,
    civ: uint8,
    lvi: uint8,
    sr: uint16,
    picb: uint16,
    piv: uint8,
    cr: uint8,
    bdValid: uint32.wireName('bd_valid'),
    bdAddr: uint32.wireName('bd.addr'),
    bdCtlLen: uint32.wireName('bd.ctl_len'),
  },
);

export const Ac97 = vmstate(
  'ac97',
  { version: 3, minimum: 2, type: 'Ac97' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    globCnt: uint32.wireName('glob_cnt'),
    globSta: uint32.wireName('glob_sta'),
    cas: uint32,
    bmRegs: list(Ac97BmRegs, 3).wireName('bm_regs'),
    mixerData: buffer(256).wireName('mixer_data'),
    unused: optional(buffer(3).wireType('unused_buffer')),
  },
).where(($) => [$.unused.presentWhen(version.eq(2))]).source('QEMU hw/audio/ac97.c, is_version_2');
