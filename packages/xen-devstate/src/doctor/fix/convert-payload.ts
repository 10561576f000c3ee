import type { MachineParameterValues } from '../../open/pin-machine-parameters.js';
import type { DifferingParameter } from '../load/match-section.js';
import type { PayloadParameters } from '../payload-parameters.js';
import { payloadParameters } from '../payload-parameters.js';
import { whereParameterShows } from '../where-parameter-shows.js';
import { FixError } from './fix-error.js';

/** A converted payload. */
export interface ConvertedPayload {
  readonly payload: Uint8Array;
  /** Describes the change. */
  readonly change: string;
}

/** Converts a payload at the offset where a parameter shows. */
type Conversion = (payload: Uint8Array, at: number, there: MachineParameterValues) => ConvertedPayload;

/**
 * An idle SMBus host: `op_done`, and in a PIIX4 also the block buffer (`AUX_BLK` in `smb_auxctl`). Source:
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
 * @param inFront the number of bytes that ICH9 has before it: `irq_enabled`
 * @param auxctl its configuration
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
        change: `an idle SMBus host (smb, ${size} bytes) was added`,
      };
    }
    if (((payload[at + inFront] ?? 0) & HOST_BUSY) !== 0)
      throw new FixError(
        'the SMBus host is in the middle of a transaction, which the target could not complete',
      );
    return {
      payload: splice(payload, at, size),
      change: `the idle SMBus host (smb, ${size} bytes) was removed`,
    };
  };

const toggleZeros =
  (name: string, size: number): ((isAdded: boolean) => Conversion) =>
  (isAdded) =>
  (payload, at) => {
    if (isAdded)
      return { payload: splice(payload, at, 0, new Uint8Array(size)), change: `${name} was added, as 0` };
    if (payload.subarray(at, at + size).some((byte) => byte !== 0))
      throw new FixError(`${name} is not 0, and the target has no place for it`);
    return { payload: splice(payload, at, size), change: `${name}, which is 0, was removed` };
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
        change: 'the hot-plug state was extended to 256 buses; that of the root bus is unchanged',
      };
    }
    const root = at + SELECT_SIZE;
    const others = payload.subarray(root + STATUS_SIZE, root + STATUS_SIZE * BUSES);
    if (others.some((byte) => byte !== 0))
      throw new FixError(
        'devices behind bridges are being hot-plugged, and the target has no place for their state',
      );
    // whether the file has an index shows in the remaining bytes: only one of the two parses
    const status = payload.slice(root, root + STATUS_SIZE);
    return {
      payload: splice(payload, at, SELECT_SIZE + STATUS_SIZE * BUSES, status),
      change: 'the hot-plug state was reduced to that of the root bus; the other buses had none',
    };
  };

/** The conversions that make a parameter true or false, by its name. */
const CONVERSIONS: Readonly<Record<string, (isAdded: boolean) => Conversion>> = {
  smbus: toggleSmbus(0, SMBUS.blocks),
  ich9Smbus: toggleSmbus(1, 0),
  acpiIndex: toggleZeros('acpi_index', INDEX_SIZE),
  timeAdjust: toggleZeros('core.timadj', 8),
  bridgeHotplug: toggleBridges,
};

/**
 * Converts a payload to what a machine with a different parameter would have written. Data that the target does not have a
 * place for is removed only if it carries no information; data that it requires is added as for an idle device.
 *
 * @throws FixError if that is not possible, or would lose data
 */
export function convertPayload(
  shape: PayloadParameters,
  { name, there }: DifferingParameter,
  known: MachineParameterValues,
  versionId: number,
  payload: Uint8Array,
): ConvertedPayload & { readonly shape: PayloadParameters } {
  const make = Object.hasOwn(CONVERSIONS, name) ? CONVERSIONS[name] : undefined;
  if (make === undefined || typeof there !== 'boolean')
    throw new FixError(`the payload cannot be converted for a different ${name}: no conversion is known`);
  const { candidate, machineParameters } = shape;
  const at = whereParameterShows(candidate, machineParameters, [name, there], versionId, payload);
  let converted = make(there)(payload, at, known);
  let again = payloadParameters(candidate, versionId, converted.payload);
  if (again === undefined && name === 'bridgeHotplug' && !there) {
    // the rest of the index of a slot, after the root bus's state
    converted = { ...converted, payload: splice(converted.payload, at + STATUS_SIZE, INDEX_SIZE) };
    again = payloadParameters(candidate, versionId, converted.payload);
  }
  if (again === undefined || (again.shown.has(name) && again.machineParameters.get(name) !== there))
    throw new FixError(`the payload could not be converted for a different ${name}`);
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
