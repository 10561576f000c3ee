import type { DecodeOptions } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import { possibleValues } from '../machine-parameters/possible-values.js';
import { candidatesOf } from '../wire/candidates.js';
import type { CatalogSchemas } from './catalog.js';
import { explainPrefix } from './explain-prefix.js';
import { pinFacts } from './pin-facts.js';

/** A schema's reading of a payload whose end is not marked. */
export interface PayloadEnd {
  readonly device: string;
  /** What is supposed of the machine, by the names of facts. */
  readonly facts: ReadonlyMap<string, unknown>;
  /** For the machine that may have written it: nothing has to be told or searched for. */
  readonly schema: Node<unknown>;
  /** Bytes that it takes; `undefined` where it does not fit. */
  readonly length: number | undefined;
  /** Why it does not fit, in words. */
  readonly misfit: string | undefined;
  /** From the first byte of the payload, where it does not fit. */
  readonly misfitAt: number;
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
    for (const fact of candidate.facts) {
      const values = possibleValues(fact);
      combinations = combinations.flatMap((one) => values.map((value) => [...one, [fact, value] as const]));
    }
    for (const combination of combinations.slice(0, MOST_TRIALS)) {
      const facts = new Map(combination);
      const schema = pinFacts(candidate, facts, versionId);
      const { root, error } = explainPrefix(schema, from, limits);
      ends.push({
        device: candidate.device,
        facts,
        schema,
        length: error === undefined ? root.length : undefined,
        misfit:
          error &&
          `${error.path.replace(/^payload\./, '')}: expected ${error.expected}, found ${error.found}`,
        misfitAt: error?.offset ?? 0,
        isShort: error?.code === 'unexpected-end',
        isOtherVersion: error?.code === 'check-failed' && error.offset === 0,
      });
    }
  }
  return ends;
}
