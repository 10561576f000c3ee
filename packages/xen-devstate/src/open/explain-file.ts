import { joinPath } from '@bytewright/runtime/codec';
import type { Node } from '@bytewright/schema-dsl';
import { bytes, explain, literal, struct, toEnd, u8, u32be } from '@bytewright/schema-dsl';
import type { Leaf } from '@bytewright/schema-dsl/inspect';
import { leavesOf } from '@bytewright/schema-dsl/inspect';
import { FileHeader } from '../wire/device-state.js';
import { SectionHeader } from '../wire/section-header.js';
import type { OpenedFile } from './opened-file.js';
import type { OpenedSection } from './opened-section.js';
import { HEADER_NAMES } from './section-fields.js';

/** The end of a file, after the sections. */
const FileEnd = struct('FileEnd', { eof: literal(u8, 0x00), trailing: bytes(toEnd) });
/** A footer. Its id was checked when the file was read. */
const FooterFields = struct('FooterFields', { mark: literal(u8, 0x7e), sectionId: u32be });
const Payload = struct('Payload', { payload: bytes(toEnd) });
const FILE_HEADER_SIZE = 8;
const FOOTER_SIZE = 5;

/** Every leaf of a file, in wire order, from the magic number to the bytes after the last section; they cover every byte. */
export function* explainFile(file: OpenedFile): Generator<Leaf> {
  const { bytes: all, sections } = file;
  yield* explainBytes(FileHeader, all, 0, FILE_HEADER_SIZE, '');
  let at = FILE_HEADER_SIZE;
  for (const section of sections) {
    yield* explainSection(file, section);
    const { payloadOffset, payloadLength, footer } = section.report;
    at = payloadOffset + payloadLength + (footer ? FOOTER_SIZE : 0);
  }
  yield* explainBytes(FileEnd, all, at, all.length, '');
}

/** Every leaf of a section: its header, its payload, and its footer if it has one. */
export function* explainSection({ bytes: all }: OpenedFile, section: OpenedSection): Generator<Leaf> {
  const { offset, payloadOffset, payloadLength, footer } = section.report;
  const path = `sections[${section.index}]`;
  for (const leaf of explainBytes(SectionHeader, all, offset, payloadOffset, path))
    yield { ...leaf, wirePath: HEADER_NAMES[leaf.wirePath] ?? leaf.wirePath };
  yield* explainPayload(section);
  if (!footer) return;
  const end = payloadOffset + payloadLength;
  for (const leaf of explainBytes(FooterFields, all, end, end + FOOTER_SIZE, `${path}.footer`))
    yield { ...leaf, wirePath: leaf.wirePath === 'mark' ? 'footer.mark' : 'footer.section_id' };
}

/** Every leaf of a payload; a single one if no schema describes it. */
export function explainPayload(section: OpenedSection): readonly Leaf[] {
  const { payloadOffset: offset, payloadLength: length } = section.report;
  const path = `sections[${section.index}]`;
  const root = section.explain();
  if (root !== undefined)
    return leavesOf(root, { bytes: section.payload, offset, path: joinPath(path, 'state') });
  return length === 0 ? [] : explainBytes(Payload, section.payload, 0, length, path, offset);
}

function explainBytes(
  schema: Node<unknown>,
  all: Uint8Array,
  from: number,
  to: number,
  path: string,
  offset: number = from,
): Leaf[] {
  const part = all.subarray(from, to);
  const { root } = explain(schema, part, { bytes: 'view' });
  return leavesOf(root, { bytes: part, offset, path }).filter(({ length }) => length > 0);
}
