import { scsiController } from '../vmstate/scsi-requests.js';
import type { MachineParameter } from './machine-parameter.js';

/** The description of {@link scsiController}. */
export const scsiControllerParameter: MachineParameter = {
  parameter: scsiController,
};
