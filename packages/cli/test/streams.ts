import { Readable, Writable } from 'node:stream';
import type { Host } from '../src/command/host.js';

/** A stream that stores its output. */
export class Kept extends Writable {
  text = '';
  readonly isTTY: boolean;

  constructor(isTTY = false) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }

  override _write(chunk: string | Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** A host whose streams are in memory. */
export interface KeptHost extends Host {
  readonly stdout: Kept;
  readonly stderr: Kept;
}

/** @param isTTY whether both are terminals */
export function keptHost(env: Host['env'] = {}, isTTY = false): KeptHost {
  return { stdin: Readable.from([]), stdout: new Kept(isTTY), stderr: new Kept(isTTY), env };
}
