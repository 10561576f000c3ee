import { buffer, uint32, vmstate } from '../../vmstate/index.js';

export const Globalstate = vmstate(
  'globalstate',
  { version: 1, minimum: 1, type: 'Globalstate' },
  {
    size: uint32,
    runstate: buffer(100),
  },
);
