// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { check, count, field, list } from '@bytewright/schema-dsl';
import { ahciPorts } from '@bytewright/xen-devstate/machine-parameters';
import { bool, int32, int32Equal, uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { IdeBus } from './ide-bus.js';
import { IdeDrive } from './ide-drive.js';

export const NcqState = vmstate(
  'ncq state',
  { version: 1, type: 'NcqState' },
  {
    sectorCount: uint32.wireName('sector_count'),
    lba: uint64,
    tag: uint8,
    cmd: uint8,
    slot: uint8,
    used: bool,
    halt: bool,
  },
);

export const AhciPort = vmstate(
  'ahci port',
  { version: 1, type: 'AhciPort' },
  {
    port: IdeBus,
    portIfs0: field(IdeDrive).wireName('port.ifs[0]'),
    portState: uint32.wireName('port_state'),
    finished: uint32,
    portRegsLstAddr: uint32.wireName('port_regs.lst_addr'),
    portRegsLstAddrHi: uint32.wireName('port_regs.lst_addr_hi'),
    portRegsFisAddr: uint32.wireName('port_regs.fis_addr'),
    portRegsFisAddrHi: uint32.wireName('port_regs.fis_addr_hi'),
    portRegsIrqStat: uint32.wireName('port_regs.irq_stat'),
    portRegsIrqMask: uint32.wireName('port_regs.irq_mask'),
    portRegsCmd: uint32.wireName('port_regs.cmd'),
    portRegsTfdata: uint32.wireName('port_regs.tfdata'),
    portRegsSig: uint32.wireName('port_regs.sig'),
    portRegsScrStat: uint32.wireName('port_regs.scr_stat'),
    portRegsScrCtl: uint32.wireName('port_regs.scr_ctl'),
    portRegsScrErr: uint32.wireName('port_regs.scr_err'),
    portRegsScrAct: uint32.wireName('port_regs.scr_act'),
    portRegsCmdIssue: uint32.wireName('port_regs.cmd_issue'),
    doneFirstDrq: bool.wireName('done_first_drq'),
    busySlot: int32.wireName('busy_slot'),
    initD2hSent: bool.wireName('init_d2h_sent'),
    ncqTfs: list(NcqState, 32).wireName('ncq_tfs'),
  },
);

export const Ahci = vmstate(
  'ahci',
  { version: 1, type: 'Ahci' },
  {
    ports: list(AhciPort, ahciPorts).wireName('dev'),
    controlRegsCap: uint32.wireName('control_regs.cap'),
    controlRegsGhc: uint32.wireName('control_regs.ghc'),
    controlRegsIrqstatus: uint32.wireName('control_regs.irqstatus'),
    controlRegsImpl: uint32.wireName('control_regs.impl'),
    controlRegsVersion: uint32.wireName('control_regs.version'),
    idpIndex: uint32.wireName('idp_index'),
    portCount: int32Equal.wireName('ports'),
  },
).where(($) => [check($.portCount.eq(count($.ports)), "as many ports as there are")]).source('QEMU hw/ide/ahci.c, vmstate_ahci');
