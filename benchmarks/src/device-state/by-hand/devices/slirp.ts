import type { Reading } from '../reading.js';
import { bytesAt } from '../reading.js';
import type { Writing } from '../writing.js';
import { putBytes } from '../writing.js';

/** Reads 8 bytes. */
export function readSlirpClient(r: Reading, o: number) {
  return {
    allocated: r.view.getUint16(o),
    mac: bytesAt(r, o + 2, 6),
  };
}

/** What {@link readSlirpClient} gives. */
export type SlirpClient = ReturnType<typeof readSlirpClient>;

/** Writes what {@link readSlirpClient} reads. */
export function writeSlirpClient(w: Writing, o: number, value: SlirpClient): void {
  w.view.setUint16(o, value.allocated);
  putBytes(w, o + 2, 6, value.mac);
}

/** Reads 131 bytes. */
export function readSlirp(r: Reading, o: number) {
  if (r.view.getUint8(o) !== 0) throw new Error('Slirp.connections');
  return {
    identification: r.view.getUint16(o + 1),
    clients: [
      readSlirpClient(r, o + 3),
      readSlirpClient(r, o + 11),
      readSlirpClient(r, o + 19),
      readSlirpClient(r, o + 27),
      readSlirpClient(r, o + 35),
      readSlirpClient(r, o + 43),
      readSlirpClient(r, o + 51),
      readSlirpClient(r, o + 59),
      readSlirpClient(r, o + 67),
      readSlirpClient(r, o + 75),
      readSlirpClient(r, o + 83),
      readSlirpClient(r, o + 91),
      readSlirpClient(r, o + 99),
      readSlirpClient(r, o + 107),
      readSlirpClient(r, o + 115),
      readSlirpClient(r, o + 123),
    ],
  };
}

/** What {@link readSlirp} gives. */
export type Slirp = ReturnType<typeof readSlirp>;

/** Writes what {@link readSlirp} reads. */
export function writeSlirp(w: Writing, o: number, value: Slirp): void {
  w.view.setUint8(o, 0);
  w.view.setUint16(o + 1, value.identification);
  let clientsAt = o + 3;
  for (const one of value.clients) {
    writeSlirpClient(w, clientsAt, one);
    clientsAt += 8;
  }
}
