import type { Host } from './host.js';

/** Says something that is no fault and that the user may not expect: on the stream of complaints, so that it is not data. */
export function note({ stderr }: Host, text: string): void {
  stderr.write(`note: ${text}\n`);
}
