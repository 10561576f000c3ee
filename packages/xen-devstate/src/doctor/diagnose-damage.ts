import type { DecodeError } from '@bytewright/runtime';
import type { DeviceStateReading } from '../report/read-device-state.js';
import type { Finding } from './finding.js';

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
  if (error.path.endsWith('footer') || error.path.includes('.footer'))
    return [
      {
        ...base,
        cause: 'wrong-footer',
        because: `the footer ${where} is missing, or bears another section's id: bytes were lost or added in front of it, or the file was put together from two`,
        remedy: 'compare the size of that section with one of the same machine: devstate list',
        qemuSays: section === undefined ? undefined : `Missing section footer for ${section.idstr}`,
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
