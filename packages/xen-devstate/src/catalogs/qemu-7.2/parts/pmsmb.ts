// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Pmsmb = vmstate(
  'pmsmb',
  { version: 1, type: 'Pmsmb' },
  {
    smbStat: uint8.wireName('smb_stat'),
    smbCtl: uint8.wireName('smb_ctl'),
    smbCmd: uint8.wireName('smb_cmd'),
    smbAddr: uint8.wireName('smb_addr'),
    smbData0: uint8.wireName('smb_data0'),
    smbData1: uint8.wireName('smb_data1'),
    smbIndex: uint32.wireName('smb_index'),
    smbData: list(uint8, 32).wireName('smb_data'),
    smbAuxctl: uint8.wireName('smb_auxctl'),
    smbBlkdata: uint8.wireName('smb_blkdata'),
    i2cEnable: bool.wireName('i2c_enable'),
    opDone: bool.wireName('op_done'),
    inI2cBlockRead: bool.wireName('in_i2c_block_read'),
    startTransactionOnStatusRead: bool.wireName('start_transaction_on_status_read'),
  },
);
