import type { DecodeOptions } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import { possibleValues } from '../machine-parameters/possible-values.js';
import { candidatesOf } from '../wire/candidates.js';
import type { CatalogSchemas } from './catalog.js';
import { explainPrefix } from './explain-prefix.js';
import { pinMachineParameters } from './pin-machine-parameters.js';

/** A schema's reading of a payload whose end is not marked. */
export interface PayloadEnd {
  readonly device: string;
  /** What is supposed of the machine, by the names of parameters. */
  readonly machineParameters: ReadonlyMap<string, unknown>;
  /** For the machine that may have written it: nothing has to be told or searched for. */
  readonly schema: Node<unknown>;
  /** Bytes that it takes; `undefined` where it does not fit. */
  readonly length: number | undefined;
  /** Why it does not fit, in words. */
  readonly mismatch: string | undefined;
  /** From the first byte of the payload, where it does not fit. */
  readonly mismatchAt: number;
  /** Whether it does not fit because the bytes end. */
  readonly isShort: boolean;
  /** Whether it does not fit because it is of another version. */
  readonly isOtherVersion: boolean;
}

/** No schema has as many combinations; more of them would be tried for a long time. */
const MOST_TRIALS = 64;

/**
 * How long a payload is by each schema of its name, for each machine that may have written it: what a damaged file is measured
 * by, where no footer and no header tells where a payload ends.
 *
 * @param from the bytes from the payload's first one on
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
