// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { SmbusDevice } from '../parts/smbus-device.js';

export const SmbusIpmi = vmstate(
  'smbus-ipmi',
  { version: 1, minimum: 1, type: 'SmbusIpmi' },
  {
    parent: SmbusDevice,
    waitingRsp: uint8.wireName('waiting_rsp'),
    outlen: uint32,
    currblk: uint32,
    outmsg: list(uint8, 255),
    outpos: uint32,
    outbuf: list(uint8, 33),
    inlen: uint32,
    inmsg: list(uint8, 255),
  },
);
