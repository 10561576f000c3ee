import type { Node } from '@bytewright/schema-dsl';
import { decode, isDecodeError } from '@bytewright/schema-dsl';
import { isSameValue } from '@bytewright/schema-dsl/inspect';
import { possibleValues } from '../machine-parameters/possible-values.js';
import type { MachineParameterValues } from '../open/pin-machine-parameters.js';
import { pinMachineParameters } from '../open/pin-machine-parameters.js';
import type { Candidate } from '../wire/candidates.js';

/** The maximum number of combinations to try, as a bound on time; no schema has as many. */
const MOST_COMBINATIONS = 256;

/** A payload as decoded by a schema. */
export interface PayloadParameters {
  readonly candidate: Candidate;
  /** The parameters of the machine that wrote it. */
  readonly machineParameters: MachineParameterValues;
  /** The parameters without which the payload would not decode, or would decode differently. */
  readonly shown: ReadonlySet<string>;
  readonly state: unknown;
}

/**
 * Infers the parameters of the machine that wrote a payload: the first combination with which a schema decodes it to its last
 * byte, in the order in which `openDeviceState` tries them.
 *
 * @returns `undefined` if there is none
 * @example for a `piix4_pm` of machine type 3.1: `smbus` false, `bridgeHotplug` true, `acpiIndex` false
 */
export function payloadParameters(
  candidate: Candidate,
  versionId: number,
  payload: Uint8Array,
): PayloadParameters | undefined {
  const read = (machineParameters: MachineParameterValues): { readonly state: unknown } | undefined => {
    const node: Node<unknown> = pinMachineParameters(candidate, machineParameters, versionId);
    try {
      return { state: decode(node, payload, { bytes: 'view' }) };
    } catch (error) {
      if (isDecodeError(error)) return undefined;
      throw error;
    }
  };
  for (const machineParameters of combinationsOf(candidate)) {
    const found = read(machineParameters);
    if (found === undefined) continue;
    const shown = candidate.machineParameters.filter((name) => {
      const others = possibleValues(name).filter((value) => value !== machineParameters.get(name));
      return others.every((value) => {
        const other = read(new Map([...machineParameters, [name, value]]));
        return other === undefined || !isSameValue(other.state, found.state);
      });
    });
    return { candidate, machineParameters, shown: new Set(shown), state: found.state };
  }
  return undefined;
}

/** All combinations, the most common first. */
function* combinationsOf({ searched }: Candidate): Generator<MachineParameterValues> {
  const wheels = searched.map((name) => [name, possibleValues(name)] as const);
  const number = wheels.reduce((product, [, values]) => product * values.length, 1);
  for (let i = 0; i < Math.min(number, MOST_COMBINATIONS); i += 1) {
    let rest = i;
    // the last wheel turns fastest
    const chosen = [...wheels].reverse().map(([name, values]) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return [name, value] as const;
    });
    yield new Map(chosen);
  }
}
