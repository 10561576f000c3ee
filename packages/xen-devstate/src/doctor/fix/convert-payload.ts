import type { MachineParameterValues } from '../../open/pin-machine-parameters.js';
import type { DifferingFact } from '../load/match-section.js';
import type { PayloadParameters } from '../payload-parameters.js';
import { payloadParameters } from '../payload-parameters.js';
import { whereParameterShows } from '../where-parameter-shows.js';
import { FixError } from './fix-error.js';

/** A payload in another shape. */
export interface ConvertedPayload {
  readonly payload: Uint8Array;
  /** What was changed, in words. */
  readonly change: string;
}

/** How a payload is changed where a parameter shows. */
type Conversion = (payload: Uint8Array, at: number, there: MachineParameterValues) => ConvertedPayload;

/**
 * An SMBus host that does nothing: `op_done`, and in a PIIX4 also the buffer for blocks (`AUX_BLK` in `smb_auxctl`). Source:
 * QEMU hw/i2c/pm_smbus.c, `pm_smbus_vmstate`, `pm_smbus_init`.
 */
const SMBUS = { size: 48, auxctl: 42, blocks: 0x02, opDone: 45 } as const;
/** `smb_stat`: the host is in the middle of a transaction. Source: QEMU hw/i2c/pm_smbus.c, `STS_HOST_BUSY`. */
const HOST_BUSY = 0x01;
/** `up` and `down` of a bus. Source: QEMU hw/acpi/pcihp.c, `vmstate_acpi_pcihp_pci_status`. */
const STATUS_SIZE = 8;
/** Source: QEMU include/hw/acpi/pcihp.h, `ACPI_PCIHP_MAX_HOTPLUG_BUS`. */
const BUSES = 256;
const SELECT_SIZE = 4;
const INDEX_SIZE = 4;

/**
 * @param inFront bytes that ICH9 has in front of it: `irq_enabled`
 * @param auxctl how it is set up
 */
const toggleSmbus =
  (inFront: number, auxctl: number): ((isAdded: boolean) => Conversion) =>
  (isAdded) =>
  (payload, at) => {
    const size = inFront + SMBUS.size;
    if (isAdded) {
      const idle = new Uint8Array(size);
      idle[inFront + SMBUS.auxctl] = auxctl;
      idle[inFront + SMBUS.opDone] = 1;
      return {
        payload: splice(payload, at, 0, idle),
        change: `an idle SMBus host (smb, ${size} bytes) was put in`,
      };
    }
    if (((payload[at + inFront] ?? 0) & HOST_BUSY) !== 0)
      throw new FixError('the SMBus host is in the middle of a transaction, which the target could not end');
    return {
      payload: splice(payload, at, size),
      change: `the idle SMBus host (smb, ${size} bytes) was taken out`,
    };
  };

const toggleZeros =
  (name: string, size: number): ((isAdded: boolean) => Conversion) =>
  (isAdded) =>
  (payload, at) => {
    if (isAdded)
      return { payload: splice(payload, at, 0, new Uint8Array(size)), change: `${name} was put in, as 0` };
    if (payload.subarray(at, at + size).some((byte) => byte !== 0))
      throw new FixError(`${name} is not 0, and the target could not know it`);
    return { payload: splice(payload, at, size), change: `${name}, which is 0, was taken out` };
  };

const toggleBridges =
  (isAdded: boolean): Conversion =>
  (payload, at, there) => {
    const indexSize = there.get('acpiIndex') === true ? INDEX_SIZE : 0;
    if (isAdded) {
      const buses = new Uint8Array(SELECT_SIZE + STATUS_SIZE * BUSES + indexSize);
      buses.set(payload.subarray(at, at + STATUS_SIZE), SELECT_SIZE);
      return {
        payload: splice(payload, at, STATUS_SIZE, buses),
        change: 'the state of hot-plugging became that of 256 buses, of which the root bus has what it had',
      };
    }
    const root = at + SELECT_SIZE;
    const others = payload.subarray(root + STATUS_SIZE, root + STATUS_SIZE * BUSES);
    if (others.some((byte) => byte !== 0))
      throw new FixError('devices behind bridges are being hot-plugged, and the target could not know it');
    // whether the file has an index shows in what is left: only one of both parses
    const status = payload.slice(root, root + STATUS_SIZE);
    return {
      payload: splice(payload, at, SELECT_SIZE + STATUS_SIZE * BUSES, status),
      change: 'of the state of hot-plugging only that of the root bus was kept; of the others there was none',
    };
  };

/** By the name of a parameter: how it is made true, or false. */
const CONVERSIONS: Readonly<Record<string, (isAdded: boolean) => Conversion>> = {
  smbus: toggleSmbus(0, SMBUS.blocks),
  ich9Smbus: toggleSmbus(1, 0),
  acpiIndex: toggleZeros('acpi_index', INDEX_SIZE),
  timeAdjust: toggleZeros('core.timadj', 8),
  bridgeHotplug: toggleBridges,
};

/**
 * A payload as a machine would have written it where one parameter is another one. What the target does not know is left out only
 * where it says nothing; what it needs is put in as a device has it that does nothing.
 *
 * @throws FixError where that is not possible, or would lose something
 */
export function convertPayload(
  shape: PayloadParameters,
  { name, there }: DifferingFact,
  known: MachineParameterValues,
  versionId: number,
  payload: Uint8Array,
): ConvertedPayload & { readonly shape: PayloadParameters } {
  const make = Object.hasOwn(CONVERSIONS, name) ? CONVERSIONS[name] : undefined;
  if (make === undefined || typeof there !== 'boolean')
    throw new FixError(`no way is known to write the payload for another ${name}`);
  const { candidate, machineParameters } = shape;
  const at = whereParameterShows(candidate, machineParameters, [name, there], versionId, payload);
  let converted = make(there)(payload, at, known);
  let again = payloadParameters(candidate, versionId, converted.payload);
  if (again === undefined && name === 'bridgeHotplug' && !there) {
    // what is left of the index of a slot, behind the root bus's state
    converted = { ...converted, payload: splice(converted.payload, at + STATUS_SIZE, INDEX_SIZE) };
    again = payloadParameters(candidate, versionId, converted.payload);
  }
  if (again === undefined || (again.shown.has(name) && again.machineParameters.get(name) !== there))
    throw new FixError(`the payload could not be written for another ${name}`);
  return { ...converted, shape: again };
}

function splice(
  bytes: Uint8Array,
  at: number,
  removed: number,
  added: Uint8Array = new Uint8Array(0),
): Uint8Array {
  return join(bytes.subarray(0, at), added, bytes.subarray(at + removed));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
