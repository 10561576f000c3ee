import type { ParameterDifference } from '../../machine-parameters/machine-parameter.js';
import { MACHINE_PARAMETERS } from '../../machine-parameters/machine-parameters.js';

/**
 * Explains why a machine parameter differs between the file and the target.
 *
 * @param name such as `smbus`
 * @param inFile the value shown by the payload
 * @param there the value expected by the target
 */
export function textForParameter(name: string, inFile: unknown, there: unknown): ParameterDifference {
  const known = MACHINE_PARAMETERS.get(name);
  return known?.difference?.(inFile, there) ?? otherwiseSetUp(name, known?.counts ?? name, inFile, there);
}

/** The text for a parameter without a specific explanation. */
function otherwiseSetUp(name: string, what: string, inFile: unknown, there: unknown): ParameterDifference {
  return {
    cause: `other-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    expected: `${what}: ${String(there)}`,
    found: `${what}: ${String(inFile)}`,
    why: 'the device is configured differently in the target than on the machine that wrote the file',
    advice: ['start the target with the same options for this device'],
    source: null,
  };
}
