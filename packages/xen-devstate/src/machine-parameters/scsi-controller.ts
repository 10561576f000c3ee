import { scsiController } from '../vmstate/scsi-requests.js';
import type { MachineParameter } from './machine-parameter.js';

/** What is known of {@link scsiController}. */
export const scsiControllerParameter: MachineParameter = {
  parameter: scsiController,
};
