import { vmstate } from '../../vmstate/index.js';
import { XhciCore } from './xhci-core.js';

export const XhciSysbus = vmstate(
  'xhci-sysbus',
  { version: 1, minimum: 1, type: 'XhciSysbus' },
  {
    xhci: XhciCore,
  },
);
