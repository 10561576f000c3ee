import { isEncodeError } from '@bytewright/runtime';
import type { DeviceState } from '../codec.js';
import { encodeDeviceState } from '../codec.js';

/** A state of which one byte was changed, and its bytes. */
export interface Edit {
  readonly state: DeviceState;
  readonly bytes: Uint8Array;
  /** Index of the section. */
  readonly section: number;
  /** Index in its payload. */
  readonly index: number;
  readonly before: number;
  readonly after: number;
}

/** The clock chip's payload begins with 128 bytes of CMOS memory; in byte 0x0f the firmware looks how it was shut down. */
const CMOS = { name: 'mc146818rtc', index: 0x0f };

/**
 * Changes one byte of a verbatim payload: of the CMOS memory, or the first byte of the first payload that has one.
 *
 * @returns `undefined` where no payload has a byte, or where any change would make the bytes read otherwise
 */
export function editOneByte(state: DeviceState): Edit | undefined {
  const isClock = (idstr: string): boolean => idstr === CMOS.name || idstr.endsWith(`/${CMOS.name}`);
  const clock = state.sections.findIndex(
    ({ idstr, payload }) => isClock(idstr) && payload.length > CMOS.index,
  );
  const section = clock >= 0 ? clock : state.sections.findIndex(({ payload }) => payload.length > 0);
  const index = clock >= 0 ? CMOS.index : 0;
  const before = state.sections[section]?.payload[index];
  if (before === undefined) return undefined;
  for (let flipped = 1; flipped < 0x100; flipped++) {
    const after = before ^ flipped;
    const edited = withByte(state, section, index, after);
    try {
      return { state: edited, bytes: encodeDeviceState(edited), section, index, before, after };
    } catch (error) {
      // A payload in which a boundary could be read has no encoding; another byte may have one.
      if (!isEncodeError(error)) throw error;
    }
  }
  return undefined;
}

function withByte(state: DeviceState, at: number, index: number, byte: number): DeviceState {
  const sections = state.sections.map((section, i) => {
    if (i !== at) return section;
    const payload = section.payload.slice();
    payload[index] = byte;
    return { ...section, payload };
  });
  return { ...state, sections };
}
