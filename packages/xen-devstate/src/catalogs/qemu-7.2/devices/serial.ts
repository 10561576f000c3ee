import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { SerialCore } from './serial-core.js';

export const Serial = vmstate(
  'serial',
  { version: 3, minimum: 2, type: 'Serial' },
  {
    state: SerialCore,
  },
);
