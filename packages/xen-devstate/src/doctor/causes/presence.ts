import { deviceName } from '../../wire/device-name.js';
import type { FindingText } from './finding-text.js';

/** Why a device may be present on one machine only. */
interface KnownDevice {
  readonly cause: string;
  readonly why: string;
  readonly advice: string;
  readonly source: string;
}

const PROCESSORS: KnownDevice = {
  cause: 'cpu-count',
  why: 'the file is from a machine with more processors',
  advice: 'start the target with the same number of processors: -smp',
  source: 'QEMU target/i386/cpu.c: the instance is the processor number, or its APIC id',
};

const XEN_INTERRUPTS: KnownDevice = {
  cause: 'xen-interrupts',
  why: 'under Xen, the hypervisor provides this device instead of QEMU',
  advice: 'start the target without Xen, or save the file under Xen',
  source: 'QEMU hw/i386/pc.c, xen_enabled()',
};

/** By the name after the bus path. */
const KNOWN: Readonly<Record<string, KnownDevice>> = {
  cpu_common: PROCESSORS,
  cpu: PROCESSORS,
  apic: PROCESSORS,
  i8259: XEN_INTERRUPTS,
  i8254: XEN_INTERRUPTS,
  pcspk: XEN_INTERRUPTS,
  hpet: {
    cause: 'hpet',
    why: 'the target has no HPET',
    advice: 'start the target with an HPET: -machine hpet=on, without -no-hpet',
    source: 'QEMU hw/i386/pc.c',
  },
  vmmouse: {
    cause: 'vmport',
    why: 'the target has no VMware port, and so no VMware mouse',
    advice: 'start the target with -machine vmport=on',
    source: 'QEMU hw/i386/pc.c: vmport=auto is off under Xen, and with an in-kernel interrupt controller',
  },
  'kvm-tpr-opt': {
    cause: 'vapic',
    why: 'the TPR optimisation is off in the target',
    advice: 'start the target with -global apic-common.vapic=on',
    source: 'QEMU hw/intc/apic_common.c, vapic; hw/i386/kvmvapic.c',
  },
  platform: {
    cause: 'xen-platform',
    why: 'the file is from a Xen guest with the Xen platform device, which the target lacks',
    advice: 'load the file under Xen, with xen_platform_pci=1',
    source: 'QEMU hw/xen/xen_platform.c; earlier hw/i386/xen/xen_platform.c',
  },
};

/** Host bridges, each of which identifies the machine family. */
const FAMILIES: Readonly<Record<string, string>> = { I440FX: 'pc', PIIX3: 'pc', mch: 'q35', ICH9LPC: 'q35' };

/**
 * Explains why a device in the file is not in the target.
 *
 * @param idstr its full name
 * @param elsewhere names of the same device at other places in the target that the file does not have
 * @param isComplete whether all devices of the target are known; if not, its QEMU build has no such device at all
 */
export function textForAbsence(
  idstr: string,
  instanceId: number,
  elsewhere: readonly string[],
  isComplete: boolean,
): FindingText {
  const name = deviceName(idstr);
  const found = `${JSON.stringify(idstr)}, instance ${instanceId}`;
  const common = { found, source: 'QEMU migration/savevm.c, qemu_loadvm_section_start_full' };
  if (!isComplete)
    return {
      ...common,
      cause: 'device-unknown',
      expected: 'only devices that this QEMU supports',
      why: `this QEMU does not support ${JSON.stringify(name)}`,
      advice: ['load the file into a QEMU that supports the device; no option adds it to this one'],
    };
  const expected = 'only devices that the target has';
  const [there] = elsewhere;
  if (there !== undefined)
    return {
      ...common,
      cause: 'device-moved',
      expected: JSON.stringify(there),
      why: 'the target has the device on another bus or in another slot',
      advice: ['start the target with the device in the same place: addr= and bus= of -device'],
    };
  const family = Object.hasOwn(FAMILIES, name) ? FAMILIES[name] : undefined;
  if (family !== undefined)
    return {
      ...common,
      cause: 'machine-family',
      expected,
      why: `the file is from a machine of another family: ${family}`,
      advice: [`start the target with -M ${family}`],
    };
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  // every machine has the first processor
  if (known !== undefined && !(known === PROCESSORS && instanceId === 0))
    return {
      ...common,
      expected,
      cause: known.cause,
      why: known.why,
      advice: [known.advice],
      source: known.source,
    };
  return {
    ...common,
    cause: 'device-missing',
    expected,
    why: 'the target was started without this device',
    advice: ['start the target with the same devices, each in the same slot, including hot-plugged ones'],
  };
}
