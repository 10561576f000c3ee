import { MACHINE_PARAMETERS } from '../../machine-parameters/machine-parameters.js';
import type { MachineParameterValues } from '../../open/pin-machine-parameters.js';

/** A machine type as QEMU's option `-M` names it, as far as it decides what is saved. */
export interface Machine {
  /** As it was given. */
  readonly name: string;
  /** The version that its compatibility properties are for, as one number: 7.2 is 702. */
  readonly version: number;
  /** Whether the Xen accelerator is used, which turns footers and hot-plugging of bridges off. */
  readonly isXen: boolean;
}

/** hw/core/machine.c, hw_compat_2_3: migration.send-section-footer. */
const FOOTERS_SINCE = 204;

const NUMBER = /(?:^|-)(\d+)\.(\d+)(?:\.\d+)?$/;

/**
 * Reads a machine type, with what follows it in `-M`.
 *
 * @param newest the version of a type without one, such as `pc`, as one number
 * @returns `undefined` for a version that is none
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

/** What a machine type decides. Types of 2.0 and before are not told apart; older types keep to what they always saved. */
export function parametersOfMachine({ version, isXen }: Machine): MachineParameterValues {
  const machineParameters = new Map<string, unknown>();
  for (const [name, { since }] of MACHINE_PARAMETERS)
    if (since !== undefined) machineParameters.set(name, version >= since);
  if (isXen) machineParameters.set('bridgeHotplug', false);
  return machineParameters;
}

/** Whether a machine type waits for footers, and writes them. */
export function hasFooters({ version, isXen }: Machine): boolean {
  return !isXen && version >= FOOTERS_SINCE;
}

/** What a compatibility property decides, and whether `on` makes it true. */
interface Decided {
  readonly parameter: string;
  readonly whenOn: boolean;
}

/** Compatibility properties that decide a parameter, by `DRIVER.PROPERTY` in small letters. */
const PROPERTIES: ReadonlyMap<string, Decided> = new Map([
  ...[...MACHINE_PARAMETERS].flatMap(([parameter, { property }]): [string, Decided][] =>
    property === undefined ? [] : [[property.name, { parameter, whenOn: property.whenOn }]],
  ),
  ['migration.send-section-footer', { parameter: 'footers', whenOn: true }],
]);

/** The properties that are known, for messages. */
export const KNOWN_PROPERTIES: readonly string[] = [...PROPERTIES.keys()];

/**
 * What QEMU's option `-global` decides.
 *
 * @param text such as `PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off`
 * @returns the parameter and its value, `footers` being one; `undefined` for a property that decides nothing that is known here
 */
export function factOfProperty(text: string): readonly [string, boolean] | undefined {
  const [, property = '', value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  const known = PROPERTIES.get(property.toLowerCase());
  const isOn = ['on', 'true', 'yes', '1'].includes(value);
  if (known === undefined || !(isOn || ['off', 'false', 'no', '0'].includes(value))) return undefined;
  return [known.parameter, isOn === known.whenOn];
}
