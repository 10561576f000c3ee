import { explainPayload } from '../explain/explain-file.js';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';
import type { Finding, FindingSection } from './finding.js';

/** What is odd about a file that can be read. */
export function diagnoseFile(file: OpenedFile): readonly Finding[] {
  return [
    ...cutShort(file),
    ...repeatedIds(file),
    ...notUnderstood(file),
    ...headersInPayloads(file),
    ...trailing(file),
  ];
}

/** A section, as findings name it. */
export function findingSection({ index, report }: OpenedSection): FindingSection {
  const { idstr, instanceId, sectionId, offset } = report;
  return { index, idstr, instanceId, sectionId, offset };
}

/** QEMU numbers sections as devices are registered: no two have one number in one file. */
function repeatedIds({ sections }: OpenedFile): readonly Finding[] {
  const seen = new Map<number, OpenedSection>();
  return sections.flatMap((section): Finding[] => {
    const { sectionId, offset } = section.report;
    const other = seen.get(sectionId);
    seen.set(sectionId, section);
    if (other === undefined) return [];
    return [
      {
        cause: 'repeated-section-id',
        section: findingSection(section),
        offset,
        expected: 'a section id of its own',
        found: `the id ${sectionId}, as section ${other.index} (${other.report.idstr}) has`,
        because: 'the file was put together from two, or a section was copied',
        remedy: 'remove the section that does not belong there',
        qemuSays: undefined,
        isHint: true,
        canFix: false,
      },
    ];
  });
}

function notUnderstood({ sections }: OpenedFile): readonly Finding[] {
  const last = sections.at(-1);
  return sections
    .filter(({ report }) => report.how === 'scan')
    .filter((section) => section !== last || !isCutShort(section))
    .map(
      (section): Finding => ({
        cause: 'not-understood',
        section: findingSection(section),
        offset: section.report.payloadOffset,
        expected: `a ${section.name} that a catalog knows`,
        found: `${section.payload.length} bytes that none reads`,
        because: section.why().join('; ') || 'no catalog reads it',
        remedy:
          'it is kept as it is; --layout with a migration stream of the same machine shows what is in it',
        qemuSays: undefined,
        isHint: true,
        canFix: false,
      }),
    );
}

/** Buffers of guests can hold anything, also what looks like the header of a section to a reader that looks for one. */
function headersInPayloads(file: OpenedFile): readonly Finding[] {
  const names = new Set(file.sections.map(({ report }) => report.idstr));
  return file.sections.flatMap((section): Finding[] => {
    const at = headerIn(section.payload, names);
    if (at === undefined || section.report.how === 'scan') return [];
    const offset = section.report.payloadOffset + at;
    const leaf = explainPayload(section).find(
      (one) => one.offset <= offset && offset < one.offset + one.length,
    );
    return [
      {
        cause: 'looks-like-a-header',
        section: findingSection(section),
        offset,
        expected: 'what the guest, or the device, has written there',
        found: `bytes that look like the header of a section, in ${leaf?.path ?? 'the payload'}`,
        because:
          'a reader that looks for headers instead of knowing the device stops there; this one does not',
        remedy: undefined,
        qemuSays: undefined,
        isHint: true,
        canFix: false,
      },
    ];
  });
}

/** `04`, an id, the length of a name, and a name that the file has. */
function headerIn(payload: Uint8Array, names: ReadonlySet<string>): number | undefined {
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  for (let at = text.indexOf(4); at >= 0; at = text.indexOf(4, at + 1)) {
    const length = text[at + 5] ?? 0;
    if (length > 0 && text[at + 1] === 0 && names.has(text.toString('latin1', at + 6, at + 6 + length)))
      return at;
  }
  return undefined;
}

function trailing({ bytes, opened }: OpenedFile): readonly Finding[] {
  const count = opened.report.trailing;
  if (count === 0) return [];
  const offset = bytes.length - count;
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + offset, count);
  const second = rest.indexOf('QEVM', 0, 'latin1');
  return [
    {
      cause: second >= 0 ? 'second-file' : 'trailing-bytes',
      section: undefined,
      offset,
      expected: 'the end of the file',
      found:
        second >= 0
          ? `${count} more bytes, with another device state ${second} bytes in`
          : `${count} more bytes`,
      because:
        second >= 0
          ? 'two files were joined'
          : 'something was appended, or an older and longer file was written over',
      remedy: 'cut them off: QEMU does not read them',
      qemuSays: undefined,
      isHint: true,
      canFix: true,
    },
  ];
}

/** QEMU leaves so many bytes, or a multiple, where it dies while it saves: what its buffer holds. */
const BUFFER_SIZE = 32_768;

/** A file without footers that happens to end with a 0 reads as if its last section ended there. */
function cutShort({ bytes, sections }: OpenedFile): readonly Finding[] {
  const last = sections.at(-1);
  if (last === undefined || !isCutShort(last)) return [];
  const reason = last.why().find((one) => SHORT.test(one)) ?? '';
  const died =
    bytes.length % BUFFER_SIZE === 0
      ? `, after a whole number of QEMU's buffers: QEMU died while it saved`
      : ': the rest was not written, or not copied';
  return [
    {
      cause: 'truncated',
      section: findingSection(last),
      offset: bytes.length,
      expected: `the rest of ${last.name}`,
      found: `the end of the file (${reason})`,
      because: `the file ends in ${last.report.idstr}${died}`,
      remedy: `the ${sections.length - 1} sections in front of it are whole; save again`,
      qemuSays: undefined,
      canFix: false,
    },
  ];
}

const SHORT = /expected .+ bytes?, found (?:\d+ bytes?|the end)/;

/** Whether a section is one that a catalog knows, and reads up to where the bytes end. */
function isCutShort(section: OpenedSection): boolean {
  const { how, end } = section.report;
  return how === 'scan' && end === 'eof' && section.why().some((one) => SHORT.test(one));
}
