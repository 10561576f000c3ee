import { vmstate } from '../../vmstate/index.js';

export const Audio = vmstate(
  'audio',
  { version: 1, minimum: 1, type: 'Audio' },
  {

  },
);
