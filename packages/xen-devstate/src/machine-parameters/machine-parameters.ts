import { acpiIndexParameter } from './acpi-index.js';
import { ahciPortsParameter } from './ahci-ports.js';
import { bridgeHotplugParameter } from './bridge-hotplug.js';
import { earlyMemoryParameter } from './early-memory.js';
import { espVersionParameter } from './esp-version.js';
import { fifoSizeParameter } from './fifo-size.js';
import { flashBlockSizeParameter } from './flash-block-size.js';
import { ich9SmbusParameter } from './ich9-smbus.js';
import { inflightSizeParameter } from './inflight-size.js';
import type { MachineParameter } from './machine-parameter.js';
import { memoryWordsParameter } from './memory-words.js';
import { multicastSizeParameter } from './multicast-size.js';
import { multiqueueParameter } from './multiqueue.js';
import { nvmeQueuesParameter } from './nvme-queues.js';
import { onMmioParameter } from './on-mmio.js';
import { onPcieParameter } from './on-pcie.js';
import { otherQueuesParameter } from './other-queues.js';
import { pciConfigSizeParameter } from './pci-config-size.js';
import { portMsixParameter } from './port-msix.js';
import { scanoutFormatsParameter } from './scanout-formats.js';
import { scsiControllerParameter } from './scsi-controller.js';
import { sdBufferSizeParameter } from './sd-buffer-size.js';
import { sdGroupWordsParameter } from './sd-group-words.js';
import { smbusParameter } from './smbus.js';
import { standardHotplugParameter } from './standard-hotplug.js';
import { timeAdjustParameter } from './time-adjust.js';
import { vdagentClipboardParameter } from './vdagent-clipboard.js';
import { xhciInterruptersParameter } from './xhci-interrupters.js';
import { xhciSlotsParameter } from './xhci-slots.js';

/** All machine parameters. Each is described in its own file. */
const ALL: readonly MachineParameter[] = [
  acpiIndexParameter,
  ahciPortsParameter,
  bridgeHotplugParameter,
  earlyMemoryParameter,
  espVersionParameter,
  fifoSizeParameter,
  flashBlockSizeParameter,
  ich9SmbusParameter,
  inflightSizeParameter,
  memoryWordsParameter,
  multicastSizeParameter,
  multiqueueParameter,
  nvmeQueuesParameter,
  onMmioParameter,
  onPcieParameter,
  otherQueuesParameter,
  pciConfigSizeParameter,
  portMsixParameter,
  scanoutFormatsParameter,
  scsiControllerParameter,
  sdBufferSizeParameter,
  sdGroupWordsParameter,
  smbusParameter,
  standardHotplugParameter,
  timeAdjustParameter,
  vdagentClipboardParameter,
  xhciInterruptersParameter,
  xhciSlotsParameter,
];

/** All machine parameters, by name. */
export const MACHINE_PARAMETERS: ReadonlyMap<string, MachineParameter> = new Map(
  ALL.map((one) => [one.parameter.parameter, one]),
);
