import { matchFooter } from '../generated/footer.js';
import { matchSectionHeader } from '../generated/section-header.js';
import type { ByteSource } from './byte-source.js';

/** The number of bytes to examine where a section may end: a footer, and a header with the longest name. */
const LOOK = 5 + 14 + 255;
const LEAST_WINDOW = 512;
const WINDOW = 65_536;
const FOOTER = 5;
const FOOTER_MARK = 0x7e;

/** What is known about a stream at the point where a section is to end. */
export interface BoundaryContext {
  /** Whether sections have footers; `undefined` until one has ended. */
  readonly footers: boolean | undefined;
  /** The section that ends. */
  readonly sectionId: number;
  /** Sections that may have further parts. */
  readonly live: { has(sectionId: number): boolean };
  /** The offset of the byte that ends the sections. */
  readonly endOfFile: number;
}

/**
 * How much evidence the end of a section requires: anything that may follow one, if there are other reasons to expect the end
 * here; or something that hardly occurs by chance.
 */
type Demand = 'possible' | 'certain';

/** The end of a section, and whether it has a footer. */
export interface Boundary {
  /** The end of the payload. */
  readonly offset: number;
  readonly footer: boolean;
}

/** Whether a section can end at its expected offset: with its footer, if any, and something that may follow a section. */
export function boundaryAt(
  source: ByteSource,
  offset: number,
  context: BoundaryContext,
): Boundary | undefined {
  if (offset > context.endOfFile) return undefined;
  const bytes = source.read(offset, Math.min(LOOK, source.size - offset));
  return boundaryIn(bytes, viewOf(bytes), 0, offset, context, 'possible');
}

/** The first place at or after an offset where a section can end. */
export function findBoundary(
  source: ByteSource,
  from: number,
  context: BoundaryContext,
): Boundary | undefined {
  // most sections are short: more is read only if needed
  let window = LEAST_WINDOW;
  for (let start = from; start <= context.endOfFile; start += window, window = Math.min(2 * window, WINDOW)) {
    const bytes = source.read(start, Math.min(window + LOOK, source.size - start));
    const view = viewOf(bytes);
    const last = Math.min(window, bytes.length);
    for (
      let i = nextCandidate(bytes, 0, context);
      i >= 0 && i < last;
      i = nextCandidate(bytes, i + 1, context)
    ) {
      const found = boundaryIn(bytes, view, i, start + i, context, 'certain');
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The next place where a section can end at all: at a footer marker, if all sections have footers. */
function nextCandidate(bytes: Uint8Array, from: number, { footers }: BoundaryContext): number {
  return footers === true ? bytes.indexOf(FOOTER_MARK, from) : from;
}

function boundaryIn(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  offset: number,
  context: BoundaryContext,
  demand: Demand,
): Boundary | undefined {
  const { footers, sectionId } = context;
  if (footers !== false && matchFooter(bytes, view, at, bytes.length, sectionId) >= 0) {
    if (isItem(bytes, view, at + FOOTER, offset + FOOTER, context, 'possible'))
      return { offset, footer: true };
  }
  if (footers !== true && isItem(bytes, view, at, offset, context, demand)) return { offset, footer: false };
  return undefined;
}

/**
 * Whether there is something here that may follow a section. Live sections and commands hardly ever follow sections of devices,
 * and their first bytes also occur in payloads, so they are not certain evidence.
 */
function isItem(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  offset: number,
  { live, endOfFile }: BoundaryContext,
  demand: Demand,
): boolean {
  const type = bytes[at];
  if (type === 0x00) return offset === endOfFile;
  if (type === 0x04) return matchSectionHeader(bytes, view, at, bytes.length) >= 0;
  if (demand === 'certain' || at + 5 > bytes.length) return false;
  if (type === 0x01) return isLiveSectionStart(bytes, view, at);
  if (type === 0x02 || type === 0x03) return live.has(view.getUint32(at + 1));
  return type === 0x08 && view.getUint16(at + 1) < 0x100;
}

/** The same check as for a device section, which differs only in its type. */
function isLiveSectionStart(bytes: Uint8Array, view: DataView, at: number): boolean {
  if (at + 6 > bytes.length || view.getUint32(at + 1) >= 0x10000) return false;
  const length = bytes[at + 5] ?? 0;
  if (length === 0 || at + 14 + length > bytes.length) return false;
  return bytes.subarray(at + 6, at + 6 + length).every((byte) => byte >= 0x20 && byte < 0x7f);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
