import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a PVSCSI controller is on PCI Express. Source: QEMU hw/scsi/vmw_pvscsi.c, `pvscsi_vmstate_need_pcie_device`. */
export const onPcie: Parameter<boolean> = flag('onPcie');

/** What is known of {@link onPcie}. */
export const onPcieParameter: MachineParameter = {
  parameter: onPcie,
  difference: (inFile) => ({
    cause: 'pci-express',
    expected: inFile ? 'the PCI device in front' : 'the PCI device in a subsection',
    found: inFile ? 'the PCI device in a subsection' : 'the PCI device in front',
    why: inFile
      ? 'in the file the controller is on PCI Express, in the target on conventional PCI'
      : 'in the file the controller is on conventional PCI, in the target on PCI Express',
    advice: [`start the target with x-disable-pcie=${inFile ? 'off' : 'on'} for the controller`],
    source: 'QEMU hw/scsi/vmw_pvscsi.c, pvscsi_vmstate_need_pcie_device; hw/core/machine.c, hw_compat_2_5',
  }),
};
