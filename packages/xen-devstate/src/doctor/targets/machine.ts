import { MACHINE_PARAMETERS } from '../../machine-parameters/machine-parameters.js';
import type { MachineParameterValues } from '../../open/pin-machine-parameters.js';

/** A machine type as given with QEMU's option `-M`, as far as it affects what is saved. */
export interface Machine {
  /** The name as it was given. */
  readonly name: string;
  /** The version of its compatibility properties, as one number: 7.2 is 702. */
  readonly version: number;
  /** Whether the Xen accelerator is used, which turns off footers and bridge hot-plugging. */
  readonly isXen: boolean;
}

/** hw/core/machine.c, hw_compat_2_3: migration.send-section-footer. */
const FOOTERS_SINCE = 204;

const NUMBER = /(?:^|-)(\d+)\.(\d+)(?:\.\d+)?$/;

/**
 * Parses a machine type, with the options that follow it in `-M`.
 *
 * @param newest the version for a type without one, such as `pc`, as one number
 * @returns `undefined` if it is not a machine type
 * @example `machineOf('pc-i440fx-3.1', 702)` has version 301; `machineOf('pc,accel=xen', 702)` has 702 and is under Xen
 */
export function machineOf(name: string, newest: number): Machine | undefined {
  const [type = '', ...options] = name.split(',');
  if (!/^[a-z][a-z0-9.-]*$/.test(type)) return undefined;
  const [, major, minor] = NUMBER.exec(type) ?? [];
  // xenfv is the alias of xenfv-3.1: hw/i386/pc_piix.c
  const old = type === 'xenfv' || type === 'xenpv' ? 301 : newest;
  const version = major === undefined ? old : Number(major) * 100 + Number(minor);
  return { name, version, isXen: type.startsWith('xen') || options.includes('accel=xen') };
}

/** The parameters of a machine type. Types up to 2.0 are not distinguished; older types save what they always did. */
export function parametersOfMachine({ version, isXen }: Machine): MachineParameterValues {
  const machineParameters = new Map<string, unknown>();
  for (const [name, { since }] of MACHINE_PARAMETERS)
    if (since !== undefined) machineParameters.set(name, version >= since);
  if (isXen) machineParameters.set('bridgeHotplug', false);
  return machineParameters;
}

/** Whether a machine type writes and expects footers. */
export function hasFooters({ version, isXen }: Machine): boolean {
  return !isXen && version >= FOOTERS_SINCE;
}

/** The parameter that a compatibility property determines, and whether `on` makes it true. */
interface Decided {
  readonly parameter: string;
  readonly whenOn: boolean;
}

/** Compatibility properties that determine a parameter, by `DRIVER.PROPERTY` in lower case. */
const PROPERTIES: ReadonlyMap<string, Decided> = new Map([
  ...[...MACHINE_PARAMETERS].flatMap(([parameter, { property }]): [string, Decided][] =>
    property === undefined ? [] : [[property.name, { parameter, whenOn: property.whenOn }]],
  ),
  ['migration.send-section-footer', { parameter: 'footers', whenOn: true }],
]);

/** The known properties, for messages. */
export const KNOWN_PROPERTIES: readonly string[] = [...PROPERTIES.keys()];

/**
 * The parameter that an argument of QEMU's option `-global` determines.
 *
 * @param text such as `PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off`
 * @returns the parameter (or `footers`) and its value; `undefined` for a property without a known effect
 */
export function parameterOfProperty(text: string): readonly [string, boolean] | undefined {
  const [, property = '', value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  const known = PROPERTIES.get(property.toLowerCase());
  const isOn = ['on', 'true', 'yes', '1'].includes(value);
  if (known === undefined || !(isOn || ['off', 'false', 'no', '0'].includes(value))) return undefined;
  return [known.parameter, isOn === known.whenOn];
}
