import type { ParameterDifference } from '../../machine-parameters/machine-parameter.js';
import { MACHINE_PARAMETERS } from '../../machine-parameters/machine-parameters.js';

/**
 * Why a machine parameter has another value in the file than in the target.
 *
 * @param name such as `smbus`
 * @param inFile what the payload shows
 * @param there what the target expects
 */
export function textForParameter(name: string, inFile: unknown, there: unknown): ParameterDifference {
  const known = MACHINE_PARAMETERS.get(name);
  return known?.difference?.(inFile, there) ?? otherwiseSetUp(name, known?.counts ?? name, inFile, there);
}

/** What is said of a parameter of which nothing particular is known. */
function otherwiseSetUp(name: string, what: string, inFile: unknown, there: unknown): ParameterDifference {
  return {
    cause: `other-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    expected: `${what}: ${String(there)}`,
    found: `${what}: ${String(inFile)}`,
    why: 'the device is set up in another way in the target than where the file was written',
    advice: ['start the target with the same options for this device'],
    source: null,
  };
}
