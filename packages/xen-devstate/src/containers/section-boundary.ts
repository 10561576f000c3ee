import { matchFooter } from '../generated/footer.js';
import { matchSectionHeader } from '../generated/section-header.js';
import type { ByteSource } from './byte-source.js';

/** Bytes that are looked at from where a section may end: a footer, and a header with the longest name. */
const LOOK = 5 + 14 + 255;
const LEAST_WINDOW = 512;
const WINDOW = 65_536;
const FOOTER = 5;
const FOOTER_MARK = 0x7e;

/** What is known of a stream where one of its sections is to end. */
export interface BoundaryContext {
  /** Whether sections have footers; `undefined` as long as none has ended. */
  readonly footers: boolean | undefined;
  /** The section that ends. */
  readonly sectionId: number;
  /** Sections of which parts may still come. */
  readonly live: { has(sectionId: number): boolean };
  /** Where the byte is that ends the sections. */
  readonly endOfFile: number;
}

/**
 * How much it takes to be taken for the end of a section: what may stand behind one at all, where something else says that it
 * ends here; or what is hardly found by chance.
 */
type Demand = 'possible' | 'certain';

/** Where a section ends, and whether it has a footer. */
export interface Boundary {
  /** The end of the payload. */
  readonly offset: number;
  readonly footer: boolean;
}

/** Whether a section can end at an offset, where it is said to: its footer, if it has one, and what may stand behind one. */
export function boundaryAt(
  source: ByteSource,
  offset: number,
  context: BoundaryContext,
): Boundary | undefined {
  if (offset > context.endOfFile) return undefined;
  const bytes = source.read(offset, Math.min(LOOK, source.size - offset));
  return boundaryIn(bytes, viewOf(bytes), 0, offset, context, 'possible');
}

/** The first place from an offset on where a section can end. */
export function findBoundary(
  source: ByteSource,
  from: number,
  context: BoundaryContext,
): Boundary | undefined {
  // most sections are short: more is read only where it is wanted
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

/** The next place where a section can end at all: at the mark of a footer where all have one. */
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
 * Whether something that may follow a section stands here. Live sections and commands follow those of devices next to never,
 * and their first bytes are found in payloads, so they are no certain sign.
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

/** The same as of a device's section: its type alone differs. */
function isLiveSectionStart(bytes: Uint8Array, view: DataView, at: number): boolean {
  if (at + 6 > bytes.length || view.getUint32(at + 1) >= 0x10000) return false;
  const length = bytes[at + 5] ?? 0;
  if (length === 0 || at + 14 + length > bytes.length) return false;
  return bytes.subarray(at + 6, at + 6 + length).every((byte) => byte >= 0x20 && byte < 0x7f);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
