import type { AnyDeviceState } from '../../wire/device-state-of.js';
import type { Catalog } from '../catalog.js';
import type { DeviceStateReport, SectionReport } from './report.js';

const NOTHING = new Uint8Array(0);
/** Magic and version. */
const FILE_HEADER_SIZE = 8;
/** The byte that ends the sections. */
const EOF_SIZE = 1;
/** Type, section id, length of the name, instance id, version id. */
const FIXED_HEADER_SIZE = 1 + 4 + 1 + 4 + 4;
/** Marker and section id. */
const FOOTER_SIZE = 1 + 4;

/**
 * Reports on a decoded file: all offsets are computed from the value.
 *
 * @param codec the codec that decoded it
 */
export function reportValue(state: AnyDeviceState, codec: Catalog): DeviceStateReport {
  const { footers, trailing } = state;
  const sections: SectionReport[] = [];
  let offset = FILE_HEADER_SIZE;
  for (const section of state.sections) {
    const alone = { ...state, sections: [section], trailing: NOTHING };
    const size = codec.sizeOf(alone) - FILE_HEADER_SIZE - EOF_SIZE;
    const headerSize = FIXED_HEADER_SIZE + section.idstr.length; // ASCII: one byte per character
    const isLast = sections.length === state.sections.length - 1;
    sections.push({
      offset,
      sectionId: section.sectionId,
      idstr: section.idstr,
      instanceId: section.instanceId,
      versionId: section.versionId,
      payloadOffset: offset + headerSize,
      payloadLength: size - headerSize - (footers ? FOOTER_SIZE : 0),
      footer: footers,
      end: footers ? 'footer' : isLast ? 'eof' : 'header',
      device: section.device ?? null,
      decodedBy: section.device === undefined ? 'verbatim' : codec.decodedBy,
    });
    offset += size;
  }
  return {
    size: offset + EOF_SIZE + trailing.length,
    footers,
    sections,
    trailing: trailing.length,
    error: null,
  };
}
