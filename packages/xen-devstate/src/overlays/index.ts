import { ACPI } from './acpi.js';
import { AUDIO } from './audio.js';
import { CPU } from './cpu.js';
import { DISPLAY } from './display.js';
import { IDE } from './ide.js';
import { MISC } from './misc.js';
import { NET } from './net.js';
import type { Overlays } from './overlays.js';
import { PCI } from './pci.js';
import { SCSI } from './scsi.js';
import { SERIAL } from './serial.js';
import { TIMERS } from './timers.js';
import { USB } from './usb.js';
import { VIRTIO } from './virtio.js';

/** Overlays by the names of descriptions. */
export const OVERLAYS: Overlays = {
  ...ACPI,
  ...AUDIO,
  ...CPU,
  ...DISPLAY,
  ...IDE,
  ...MISC,
  ...NET,
  ...PCI,
  ...SCSI,
  ...SERIAL,
  ...TIMERS,
  ...USB,
  ...VIRTIO,
};
