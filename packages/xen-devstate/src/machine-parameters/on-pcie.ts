import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a PVSCSI controller is on PCI Express. Source: QEMU hw/scsi/vmw_pvscsi.c, `pvscsi_vmstate_need_pcie_device`. */
export const onPcie: Parameter<boolean> = flag('onPcie');

/** The description of {@link onPcie}. */
export const onPcieParameter: MachineParameter = {
  parameter: onPcie,
  difference: (inFile) => ({
    cause: 'pci-express',
    expected: inFile ? 'the PCI device at the start' : 'the PCI device in a subsection',
    found: inFile ? 'the PCI device in a subsection' : 'the PCI device at the start',
    why: inFile
      ? 'the controller is on PCI Express in the file, but on conventional PCI in the target'
      : 'the controller is on conventional PCI in the file, but on PCI Express in the target',
    advice: [`start the target with x-disable-pcie=${inFile ? 'off' : 'on'} for the controller`],
    source: 'QEMU hw/scsi/vmw_pvscsi.c, pvscsi_vmstate_need_pcie_device; hw/core/machine.c, hw_compat_2_5',
  }),
};
