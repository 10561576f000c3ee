import type { DecodeOptions } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import { possibleValues } from '../machine-parameters/possible-values.js';
import { candidatesOf } from '../wire/candidates.js';
import type { CatalogSchemas } from './catalog.js';
import { explainPrefix } from './explain-prefix.js';
import { pinMachineParameters } from './pin-machine-parameters.js';

/** The result of reading a payload without a marked end with a schema. */
export interface PayloadEnd {
  readonly device: string;
  /** The assumed parameters of the machine, by name. */
  readonly machineParameters: ReadonlyMap<string, unknown>;
  /** The schema for that machine, without parameters to set or to search for. */
  readonly schema: Node<unknown>;
  /** The length; `undefined` if the payload does not match. */
  readonly length: number | undefined;
  /** Describes why it does not match. */
  readonly mismatch: string | undefined;
  /** The offset in the payload at which it does not match. */
  readonly mismatchAt: number;
  /** Whether it does not match because the bytes end. */
  readonly isShort: boolean;
  /** Whether it does not match because it has another version. */
  readonly isOtherVersion: boolean;
}

/** The maximum number of combinations to try, as a bound on time; no schema has as many. */
const MOST_TRIALS = 64;

/**
 * The length of a payload according to each schema of its name, for each machine that may have written it. This is used for a
 * damaged file in which neither a footer nor a header shows where a payload ends.
 *
 * @param from the bytes from the start of the payload
 */
export function payloadEnds(
  name: string,
  versionId: number,
  from: Uint8Array,
  { devices }: CatalogSchemas,
  limits: DecodeOptions['limits'] = {},
): readonly PayloadEnd[] {
  const ends: PayloadEnd[] = [];
  for (const candidate of candidatesOf(devices, name)) {
    let combinations: (readonly (readonly [string, unknown])[])[] = [[]];
    for (const parameter of candidate.machineParameters) {
      const values = possibleValues(parameter);
      combinations = combinations.flatMap((one) =>
        values.map((value) => [...one, [parameter, value] as const]),
      );
    }
    for (const combination of combinations.slice(0, MOST_TRIALS)) {
      const machineParameters = new Map(combination);
      const schema = pinMachineParameters(candidate, machineParameters, versionId);
      const { root, error } = explainPrefix(schema, from, limits);
      ends.push({
        device: candidate.device,
        machineParameters,
        schema,
        length: error === undefined ? root.length : undefined,
        mismatch:
          error &&
          `${error.path.replace(/^payload\./, '')}: expected ${error.expected}, found ${error.found}`,
        mismatchAt: error?.offset ?? 0,
        isShort: error?.code === 'unexpected-end',
        isOtherVersion: error?.code === 'check-failed' && error.offset === 0,
      });
    }
  }
  return ends;
}
