import type { Reading } from '../reading.js';
import type { Writing } from '../writing.js';
import { readPS2CommonState, writePS2CommonState } from './ps2common-state.js';

/** Reads 291 bytes. */
export function readPs2mouse(r: Reading, o: number) {
  return {
    parentObj: readPS2CommonState(r, o),
    mouseStatus: r.view.getUint8(o + 272),
    mouseResolution: r.view.getUint8(o + 273),
    mouseSampleRate: r.view.getUint8(o + 274),
    mouseWrap: r.view.getUint8(o + 275),
    mouseType: r.view.getUint8(o + 276),
    mouseDetectState: r.view.getUint8(o + 277),
    mouseDx: r.view.getInt32(o + 278),
    mouseDy: r.view.getInt32(o + 282),
    mouseDz: r.view.getInt32(o + 286),
    mouseButtons: r.view.getUint8(o + 290),
  };
}

/** What {@link readPs2mouse} gives. */
export type Ps2mouse = ReturnType<typeof readPs2mouse>;

/** Writes what {@link readPs2mouse} reads. */
export function writePs2mouse(w: Writing, o: number, value: Ps2mouse): void {
  writePS2CommonState(w, o, value.parentObj);
  w.view.setUint8(o + 272, value.mouseStatus);
  w.view.setUint8(o + 273, value.mouseResolution);
  w.view.setUint8(o + 274, value.mouseSampleRate);
  w.view.setUint8(o + 275, value.mouseWrap);
  w.view.setUint8(o + 276, value.mouseType);
  w.view.setUint8(o + 277, value.mouseDetectState);
  w.view.setInt32(o + 278, value.mouseDx);
  w.view.setInt32(o + 282, value.mouseDy);
  w.view.setInt32(o + 286, value.mouseDz);
  w.view.setUint8(o + 290, value.mouseButtons);
}
