export {
  type DeviceState,
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/device-state.js';
export type { Section } from '../generated/section.js';
