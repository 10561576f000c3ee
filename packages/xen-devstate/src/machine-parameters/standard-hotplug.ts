import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a bridge has a hot-plug controller: its property `shpc`. Source: QEMU hw/pci-bridge/pci_bridge_dev.c. */
export const standardHotplug: Parameter<boolean> = flag('standardHotplug');

/** The description of {@link standardHotplug}. */
export const standardHotplugParameter: MachineParameter = {
  parameter: standardHotplug,
  property: { name: 'pci-bridge.shpc', whenOn: true },
  difference: (inFile) => ({
    cause: 'bridge-shpc',
    expected: inFile ? 'no `shpc`' : '`shpc`: the standard hot-plug controller',
    found: inFile ? '`shpc`: the standard hot-plug controller' : 'no `shpc`',
    why: 'only one of the two bridges has a standard hot-plug controller; machine type 2.9 has none, earlier and later ones do',
    advice: [`start the target with shpc=${inFile ? 'on' : 'off'} for the bridge (pci-bridge)`],
    source: 'QEMU hw/pci-bridge/pci_bridge_dev.c, pci_device_shpc_present; hw/core/machine.c, hw_compat_2_9',
  }),
};
