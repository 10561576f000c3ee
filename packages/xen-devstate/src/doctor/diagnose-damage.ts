import type { DecodeError } from '@bytewright/runtime';
import type { DeviceStateReading } from '../report/read-device-state.js';
import type { Finding, FindingSection } from './finding.js';

/** QEMU leaves this many bytes where it dies while it saves: what its buffer holds. */
const BUFFER_SIZE = 32_768;
const MAGIC = [0x51, 0x45, 0x56, 0x4d];

/** Why a file cannot be read at all. */
export function diagnoseDamage(
  bytes: Uint8Array,
  { error, damagedSection, report }: DeviceStateReading,
): Finding[] {
  if (error === undefined) return [];
  const last = report.sections.length;
  const section =
    damagedSection?.idstr === undefined
      ? undefined
      : {
          index: damagedSection.index,
          idstr: damagedSection.idstr,
          instanceId: 0,
          sectionId: damagedSection.sectionId ?? 0,
          offset: damagedSection.offset,
        };
  const where = section === undefined ? `behind ${last} sections` : `in the section ${section.idstr}`;
  const base = {
    section,
    offset: error.offset,
    expected: error.expected,
    found: error.found,
    qemuSays: undefined,
    canFix: false,
  };
  if (!startsWithMagic(bytes))
    return [
      {
        ...base,
        cause: 'not-a-device-state',
        because:
          bytes.length === 0
            ? 'the file is empty: QEMU died while it saved, or had no room'
            : 'the file does not begin with QEVM: it is something else, or its beginning is lost',
        remedy: 'look for the file that xen-save-devices-state wrote, or the image that holds it',
        qemuSays: 'Not a migration stream',
      },
    ];
  if (isTruncated(bytes, error))
    return [
      {
        ...base,
        cause: 'truncated',
        because:
          bytes.length % BUFFER_SIZE === 0
            ? `the file ends ${where}, after ${bytes.length} bytes, a whole number of QEMU's buffers: QEMU died while it saved`
            : `the file ends ${where}: the rest was not written, or not copied`,
        remedy: `the ${last} sections in front of it are whole; save again`,
      },
    ];
  const footer = report.footers === true && section !== undefined ? otherFooter(bytes, section) : undefined;
  if (footer !== undefined)
    return [
      {
        ...base,
        cause: 'wrong-footer',
        offset: footer.offset,
        expected: `a footer with the id ${section?.sectionId}`,
        found: `one with the id ${footer.id}`,
        because: `the footer ${where} bears another section's id: it was changed, or the file was put together from two`,
        remedy: 'compare the size of that section with one of the same machine: devstate list',
        qemuSays:
          section === undefined ? undefined : `Mismatched section id ${footer.id} for ${section.idstr}`,
      },
    ];
  return [
    {
      ...base,
      cause: 'damaged',
      because: `the bytes ${where} are no section of any known QEMU: they were changed, or bytes in front of them were lost or added`,
      remedy:
        'compare the sections in front of it with those of the same machine: devstate list, devstate diff',
    },
  ];
}

const startsWithMagic = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

function isTruncated(bytes: Uint8Array, { code, offset }: DecodeError): boolean {
  return (
    code === 'unexpected-end' || (code === 'no-boundary' && offset <= bytes.length && bytes.at(-1) !== 0)
  );
}

const FOOTER = 0x7e;
const SECTION = 0x04;

/** The first footer with another id, behind which a section begins or the file ends. */
function otherFooter(
  bytes: Uint8Array,
  { offset, sectionId }: FindingSection,
): { readonly offset: number; readonly id: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (
    let at = bytes.indexOf(FOOTER, offset);
    at >= 0 && at + 6 <= bytes.length;
    at = bytes.indexOf(FOOTER, at + 1)
  ) {
    const id = view.getUint32(at + 1);
    const next = bytes[at + 5];
    const isEnd = next === 0 && at + 6 === bytes.length;
    // a header: its id is below 65,536, and it has a name
    const isHeader =
      next === SECTION && at + 11 < bytes.length && view.getUint16(at + 6) === 0 && bytes[at + 10] !== 0;
    if (id !== sectionId && id < 2 ** 16 && (isEnd || isHeader)) return { offset: at + 1, id };
  }
  return undefined;
}
