// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbStorage = vmstate(
  'usb-storage',
  { version: 1, minimum: 1, type: 'UsbStorage' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
    mode: uint32,
    scsiLen: uint32.wireName('scsi_len'),
    scsiOff: uint32.wireName('scsi_off'),
    dataLen: uint32.wireName('data_len'),
    cswSig: uint32.wireName('csw.sig'),
    cswTag: uint32.wireName('csw.tag'),
    cswResidue: uint32.wireName('csw.residue'),
    cswStatus: uint8.wireName('csw.status'),
  },
);
