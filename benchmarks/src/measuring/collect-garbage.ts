import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void; // what the flag adds to a new context

/** Collects all garbage, so that nobody pays for what another one left behind. */
export function collectGarbage(): void {
  gc();
}
