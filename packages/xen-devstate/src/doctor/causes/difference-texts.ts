import { hexByte } from '@bytewright/runtime/codec';
import type { LoadedVersions } from '../versions-of.js';
import type { FindingText } from './finding-text.js';

/** Describes footers that only one side has. */
export function textForFooters(inFile: boolean): FindingText {
  const property = '-global migration.send-section-footer';
  return inFile
    ? {
        cause: 'footers-unexpected',
        expected: 'no footers: each payload is followed directly by the next section',
        found: 'a footer (0x7e and the section id, 5 bytes) after every section',
        why: 'the target does not expect footers: it runs under Xen, uses machine type 2.3 or earlier, or has them turned off by a property',
        advice: [
          `start the target with ${property}=on, or with machine type 2.4 or later, not under Xen`,
          'or remove the footers: --fix -o OUT',
        ],
        source: 'QEMU hw/core/machine.c, hw_compat_2_3; accel/xen/xen-all.c, compat_props',
      }
    : {
        cause: 'footers-missing',
        expected: 'a footer (0x7e and the section id, 5 bytes) after every section',
        found: 'no footers',
        why: 'the file was written under Xen, by machine type 2.3 or earlier, or with footers turned off; the target expects them',
        advice: [`start the target with ${property}=off`, 'or add footers: --fix -o OUT'],
        source: 'QEMU hw/core/machine.c, hw_compat_2_3; accel/xen/xen-all.c, compat_props',
      };
}

/** Describes a version that the target cannot load; `undefined` if it can. */
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
      ? 'the file was written by a newer QEMU, which saves more of the device'
      : 'the file was written by an older QEMU, in a version that this one can no longer read',
    advice: [
      isNewer
        ? 'load the file into the QEMU that wrote it, or a newer one'
        : 'load the file into an older QEMU',
    ],
    source:
      'QEMU migration/savevm.c, qemu_loadvm_section_start_full; migration/vmstate.c, vmstate_load_state',
  };
}

/** Describes a processor of another word size. */
export function textForProcessor(inFile: 32 | 64): FindingText {
  const [here, there] = inFile === 64 ? ['x86_64', 'i386'] : ['i386', 'x86_64'];
  return {
    cause: 'cpu-word-size',
    expected: `a processor with ${inFile === 64 ? 'eight 32-bit' : 'sixteen 64-bit'} registers`,
    found: `a processor with ${inFile === 64 ? 'sixteen 64-bit' : 'eight 32-bit'} registers`,
    why: `the file was written by qemu-system-${here}, and the target is qemu-system-${there}; Xen’s device model is always qemu-system-i386`,
    advice: [`load the file into qemu-system-${here}`],
    source: 'QEMU target/i386/machine.c, vmstate_x86_cpu: target_ulong',
  };
}

/** Describes a payload that the target's schemas cannot decode for any machine. */
export function textForFormat(expected: string, found: string): FindingText {
  return {
    cause: 'format-differs',
    expected,
    found,
    why: "the target's QEMU saves this device in a different format from the QEMU that wrote the file",
    advice: ['load the file into the QEMU that wrote it; `devstate compare` shows the differences'],
    source: null,
  };
}

/** Describes elements whose number depends on the machine and is not in the file. */
export function textForCount(name: string, inFile: number, there: number): FindingText {
  const isMemory = name.endsWith('memhp');
  return {
    cause: isMemory ? 'memory-slots' : 'cpu-slots',
    expected: `${there} slots in ${name}`,
    found: `${inFile} slots`,
    why: isMemory
      ? 'the target has a different number of slots for memory modules'
      : 'the target has a different maximum number of processors',
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

/** Describes a value that must equal the target's own. */
export function textForValue(field: string, inFile: string, there: string): FindingText {
  const isFamily = field === 'nirq';
  return {
    cause: isFamily ? 'machine-family' : 'value-must-equal',
    expected: `${field} ${there}`,
    found: `${field} ${inFile}`,
    why: isFamily
      ? 'the file is from a machine of another family: pc has 4 PCI interrupts, q35 has 8, and a machine under Xen has 128'
      : 'the device is configured differently in the target than on the machine that wrote the file',
    advice: [
      isFamily
        ? inFile === '128'
          ? 'load the file under Xen'
          : `start the target with -M ${inFile === '4' ? 'pc' : 'q35'}`
        : 'start the target with the same options for this device',
    ],
    source: 'QEMU migration/vmstate-types.c: "equal" types are compared, not set',
  };
}

/** Describes a configuration space of another device, or of one that is configured differently. */
export function textForConfig(at: number, what: string, inFile: number, there: number): FindingText {
  const isIdentity = at < 0x10 && at !== 6;
  return {
    cause: isIdentity ? 'pci-identity' : what === 'MSI-X' ? 'msix-vectors' : 'pci-capabilities',
    expected: `${hexByte(there)} at offset ${hexByte(at)} of the configuration space (${what})`,
    found: hexByte(inFile),
    why: isIdentity
      ? 'the target has a different device model in this slot'
      : what === 'MSI-X'
        ? 'the device has a different number of interrupt vectors in the target'
        : 'the device has different capabilities in the target, as it is configured differently',
    advice: [
      isIdentity
        ? 'start the target with the same device model'
        : what === 'MSI-X'
          ? 'start the target with the same number of vectors= for the device'
          : 'start the target with the same options for the device, such as disable-modern=, vectors=, shpc=, and with the same machine type',
    ],
    source: 'QEMU hw/pci/pci.c, get_pci_config_device',
  };
}
