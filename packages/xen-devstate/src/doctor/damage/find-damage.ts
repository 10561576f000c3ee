import type { DecodeError } from '@bytewright/runtime';
import type { CatalogSchemas } from '../../open/catalog.js';
import { catalogsToTry } from '../../open/catalogs-to-try.js';
import type { OpenOptions } from '../../open/open-options.js';
import { withSchemas } from '../../open/opened-file.js';
import type { DeviceStateReading } from '../../open/report/read-device-state.js';
import { headerAt, isMagic } from '../../wire/landmark.js';
import type { FindingText } from '../causes/finding-text.js';
import type { SectionReference } from '../diagnosis.js';
import type { Damage } from './damage.js';
import { textForSecondFile, textForTruncation, textForType } from './damage-texts.js';
import { fileDamage } from './file-damage.js';
import { sectionDamage } from './section-damage.js';

/**
 * Finds damage in a file itself, in the order of the file.
 *
 * @param reading the part of the file that could be read
 */
export async function findDamage(
  bytes: Uint8Array,
  reading: DeviceStateReading,
  options: OpenOptions = {},
): Promise<Damage[]> {
  const { opened, error } = reading;
  if (opened !== undefined) return fileDamage(await withSchemas(bytes, opened));
  if (error === undefined) return [];
  for (const catalog of catalogsToTry(options)) {
    const found = damageOf(bytes, reading, error, await catalog.schemas());
    if (found !== undefined) return [found];
  }
  return [{ finding: unknownDamage(error, referenceOf(bytes, reading)), repair: undefined }];
}

/** The damage that prevents a file from being read; `undefined` if these schemas cannot identify it. */
function damageOf(
  bytes: Uint8Array,
  reading: DeviceStateReading,
  error: DecodeError,
  schemas: CatalogSchemas,
): Damage | undefined {
  const { report } = reading;
  const section = referenceOf(bytes, reading);
  const { offset, code, path } = error;
  const whole = (words: FindingText): Damage => ({
    finding: { ...words, level: 'fault', section: null, offset },
    repair: undefined,
  });
  if (code === 'unexpected-end' && !path.includes('.payload')) {
    const expected = path.startsWith('sections[')
      ? 'another section, or the byte that ends them'
      : error.expected;
    return whole(textForTruncation(bytes.length, expected));
  }
  const type = bytes[offset];
  if (type !== undefined && /^sections\[\d+\]\.type$/.test(path)) {
    if (isMagic(bytes, offset)) return whole(textForSecondFile());
    return whole(textForType(type));
  }
  if (section === undefined) return undefined;
  return sectionDamage(bytes, section, report.footers === true, schemas);
}

/** The section that could not be read, from its header. */
function referenceOf(
  bytes: Uint8Array,
  { damagedSection }: DeviceStateReading,
): (SectionReference & { readonly payloadOffset: number; readonly versionId: number }) | undefined {
  if (damagedSection === undefined) return undefined;
  const { index, offset } = damagedSection;
  const header = headerAt(bytes, offset);
  if (header === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const behind = offset + 6 + header.idstr.length;
  return {
    ...{ index, offset, sectionId: header.sectionId, idstr: header.idstr },
    instanceId: view.getUint32(behind),
    versionId: view.getUint32(behind + 4),
    payloadOffset: behind + 8,
  };
}

function unknownDamage(
  { expected, found, offset, path }: DecodeError,
  section: SectionReference | undefined,
): Damage['finding'] {
  const { index = 0, sectionId = 0, idstr = '', instanceId = 0 } = section ?? {};
  return {
    cause: 'damaged',
    level: 'fault',
    section: section === undefined ? null : { index, offset: section.offset, sectionId, idstr, instanceId },
    offset,
    expected: path === '' ? expected : `${expected} (${path})`,
    found,
    why: 'the file is damaged, or is not a device state',
    advice: ['save the machine again'],
    source: null,
  };
}
