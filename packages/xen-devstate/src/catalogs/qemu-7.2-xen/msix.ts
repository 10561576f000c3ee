import { msixState, vmstate } from '../../vmstate/index.js';

export const Msix = vmstate(
  'msix',
  { version: 0, type: 'Msix' },
  {
    msix: msixState,
  },
);
