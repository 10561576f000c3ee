import { list } from '@bytewright/schema-dsl';
import { uint32, uint8, vmstate } from '../../vmstate/index.js';
import { SmbusDevice } from './smbus-device.js';

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
