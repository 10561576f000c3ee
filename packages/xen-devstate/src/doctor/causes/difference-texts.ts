import { hexByte } from '@bytewright/runtime/codec';
import type { LoadedVersions } from '../versions-of.js';
import type { FindingText } from './finding-text.js';

/** The words for footers that only one side has. */
export function textForFooters(inFile: boolean): FindingText {
  const property = '-global migration.send-section-footer';
  return inFile
    ? {
        cause: 'footers-unexpected',
        expected: 'no footers: the next section directly behind a payload',
        found: 'a footer (0x7e and the section id, 5 bytes) behind every section',
        why: 'the target waits for no footers, as it is under Xen, in machine types of 2.3 and before, and where a property says so',
        advice: [
          `start the target with ${property}=on, or with a machine type of 2.4 or later, not under Xen`,
          'or have footers taken out: --fix -o OUT',
        ],
        source: 'QEMU hw/core/machine.c, hw_compat_2_3; accel/xen/xen-all.c, compat_props',
      }
    : {
        cause: 'footers-missing',
        expected: 'a footer (0x7e and the section id, 5 bytes) behind every section',
        found: 'no footers',
        why: 'the file was written under Xen, by a machine type of 2.3 or before, or with footers off; the target waits for them',
        advice: [`start the target with ${property}=off`, 'or have footers put in: --fix -o OUT'],
        source: 'QEMU hw/core/machine.c, hw_compat_2_3; accel/xen/xen-all.c, compat_props',
      };
}

/** The words for a version that the target does not load; `undefined` for one that it does. */
export function textForVersion(
  versionId: number,
  { current, minimum }: LoadedVersions,
): FindingText | undefined {
  const isNewer = versionId > current;
  if (!isNewer && (minimum === undefined || versionId >= minimum)) return undefined;
  return {
    cause: isNewer ? 'version-newer' : 'version-older',
    expected: isNewer ? `version ${current} or earlier` : `version ${minimum} or later`,
    found: `version ${versionId}`,
    why: isNewer
      ? 'the file was written by a newer QEMU, whose device saves more'
      : 'the file was written by an older QEMU, whose version this one does not read any more',
    advice: [isNewer ? 'load the file into that QEMU, or a newer one' : 'load the file into an older QEMU'],
    source:
      'QEMU migration/savevm.c, qemu_loadvm_section_start_full; migration/vmstate.c, vmstate_load_state',
  };
}

/** The words for a processor of another word size. */
export function textForProcessor(inFile: 32 | 64): FindingText {
  const [here, there] = inFile === 64 ? ['x86_64', 'i386'] : ['i386', 'x86_64'];
  return {
    cause: 'cpu-word-size',
    expected: `a processor of ${inFile === 64 ? 'eight registers of 32' : 'sixteen registers of 64'} bits`,
    found: `one of ${inFile === 64 ? 'sixteen registers of 64' : 'eight registers of 32'} bits`,
    why: `the file was written by qemu-system-${here}, and the target is qemu-system-${there}; Xen’s device model is always qemu-system-i386`,
    advice: [`load the file into qemu-system-${here}`],
    source: 'QEMU target/i386/machine.c, vmstate_x86_cpu: target_ulong',
  };
}

/** The words for a payload that the target's schemas do not read, whatever the machine. */
export function textForFormat(expected: string, found: string): FindingText {
  return {
    cause: 'format-differs',
    expected,
    found,
    why: 'the QEMU of the target saves this device in another way than the one that wrote the file',
    advice: ['load the file into the QEMU that wrote it; `devstate compare` tells what differs between two'],
    source: null,
  };
}

/** The words for elements whose number the machine decides and no file says. */
export function textForCount(name: string, inFile: number, there: number): FindingText {
  const isMemory = name.endsWith('memhp');
  return {
    cause: isMemory ? 'memory-slots' : 'cpu-slots',
    expected: `${there} slots in ${name}`,
    found: `${inFile} slots`,
    why: isMemory
      ? 'the target has another number of slots for memory modules'
      : 'the target has another number of possible processors',
    advice: [
      isMemory
        ? `start the target with ${inFile === 0 ? 'no slots' : `slots=${inFile}`} in -m`
        : `start the target with maxcpus=${inFile} in -smp`,
    ],
    source: isMemory
      ? 'QEMU hw/acpi/memory_hotplug.c, vmstate_memory_hotplug'
      : 'QEMU hw/acpi/cpu.c, vmstate_cpu_hotplug',
  };
}

/** The words for a value that has to be what the target has. */
export function textForValue(field: string, inFile: string, there: string): FindingText {
  const isFamily = field === 'nirq';
  return {
    cause: isFamily ? 'machine-family' : 'value-must-equal',
    expected: `${field} ${there}`,
    found: `${field} ${inFile}`,
    why: isFamily
      ? 'the file is of a machine of another family: a pc has 4 PCI interrupts, a q35 has 8, and under Xen there are 128'
      : 'the device is set up in another way in the target than where the file was written',
    advice: [
      isFamily
        ? inFile === '128'
          ? 'load the file under Xen'
          : `start the target with -M ${inFile === '4' ? 'pc' : 'q35'}`
        : 'start the target with the same options for this device',
    ],
    source: 'QEMU migration/vmstate-types.c: what is "equal" is compared, and not set',
  };
}

/** The words for a configuration space of another device, or of one that is set up in another way. */
export function textForConfig(at: number, what: string, inFile: number, there: number): FindingText {
  const isIdentity = at < 0x10 && at !== 6;
  return {
    cause: isIdentity ? 'pci-identity' : what === 'MSI-X' ? 'msix-vectors' : 'pci-capabilities',
    expected: `${hexByte(there)} at ${hexByte(at)} of the configuration space (${what})`,
    found: hexByte(inFile),
    why: isIdentity
      ? 'the target has another model of the device in this slot'
      : what === 'MSI-X'
        ? 'the device has another number of interrupt vectors in the target'
        : 'the device has other capabilities in the target: it is set up in another way there',
    advice: [
      isIdentity
        ? 'start the target with the same model of the device'
        : what === 'MSI-X'
          ? 'start the target with the same number of vectors= for the device'
          : 'start the target with the same options for the device, such as disable-modern=, vectors=, shpc=, and with the same machine type',
    ],
    source: 'QEMU hw/pci/pci.c, get_pci_config_device',
  };
}
