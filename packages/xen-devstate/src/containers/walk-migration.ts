import type { DecodeError } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import { readCommand } from '../generated/containers/command.js';
import { readConfiguration } from '../generated/containers/configuration.js';
import { readLiveSectionPart, readLiveSectionStart } from '../generated/containers/live-section.js';
import { readFooter } from '../generated/footer.js';
import { matchSectionHeader, readSectionHeader } from '../generated/section-header.js';
import type { ByteSource } from './byte-source.js';
import { Cursor } from './cursor.js';
import { findVmDescription } from './find-vm-description.js';
import type { DeviceSection, Migration } from './migration.js';
import type { PayloadSizes } from './payload-sizes.js';
import { payloadSizes } from './payload-sizes.js';
import type { BoundaryContext } from './section-boundary.js';
import { boundaryAt, findBoundary } from './section-boundary.js';
import { liveSectionNames, liveSectionWalk } from './walk-live-section.js';

const HEADER = 8;
const FOOTER = 5;
/** A type, an id, a name of 255 bytes with its length, an instance and a version. */
const MOST_OF_A_HEADER = 14 + 255;
const MOST_OF_A_CONFIGURATION = 65_536;
const MOST_OF_A_COMMAND = 65_536 + 5;
/** The page size of almost all machines; a stream with larger pages specifies it. */
const USUAL_PAGE = 4096;

/**
 * Walks a full migration stream: skips memory without reading it, and collects the sections of devices.
 *
 * A device's payload ends where the VMDESCRIPTION says, if a section can end there, or else at the first place where one can.
 *
 * Source: QEMU migration/savevm.c, `qemu_loadvm_state_main`.
 *
 * @param source - a stream whose first eight bytes have been checked
 * Damage, or anything that cannot be skipped, ends the walk: it is in the migration's `problem`, with the offset in the stream.
 */
export function walkMigration(source: ByteSource): Migration {
  return new MigrationWalk(source).walk();
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

class MigrationWalk {
  readonly #cursor: Cursor;
  readonly #sizes: PayloadSizes;
  readonly #vmDescription: Migration['vmDescription'];
  readonly #endOfFile: number;
  readonly #sections: DeviceSection[] = [];
  /** The names of live sections, by their ids: a part has only the id. */
  readonly #live = new Map<number, string>();
  #machine: string | undefined;
  #capabilities: readonly string[] = [];
  #pageSize: number;
  #footers: boolean | undefined;

  constructor(source: ByteSource) {
    this.#cursor = new Cursor(source, HEADER);
    this.#vmDescription = findVmDescription(source);
    this.#sizes = payloadSizes(source, this.#vmDescription);
    this.#pageSize = this.#sizes.pageSize ?? USUAL_PAGE;
    // the VMDESCRIPTION is preceded by its marker and length, and these by the byte that ends the sections
    this.#endOfFile = (this.#vmDescription?.offset ?? source.size + FOOTER) - FOOTER - 1;
  }

  walk(): Migration {
    let endOfFile = this.#cursor.offset;
    let problem: DecodeError | undefined;
    try {
      if (this.#cursor.peek() === 0x07) this.#readConfiguration();
      endOfFile = this.#cursor.offset;
      for (let index = 0; this.#cursor.peek() !== 0x00; index++) {
        this.#walkItem(`items[${index}]`);
        endOfFile = this.#cursor.offset;
      }
      this.#requireEnd();
    } catch (error) {
      if (!isDecodeError(error)) throw error;
      problem = error;
    }
    return {
      machine: this.#machine,
      pageSize: this.#pageSize,
      footers: this.#footers ?? false,
      sections: this.#sections,
      endOfFile,
      vmDescription: this.#vmDescription,
      problem,
    };
  }

  /** Requires that no section follows the byte that ends the sections, and nothing else before the VMDESCRIPTION. */
  #requireEnd(): void {
    const { source, offset } = this.#cursor;
    const behind = source.read(offset + 1, Math.min(MOST_OF_A_HEADER, source.size - offset - 1));
    const isEarly =
      this.#vmDescription === undefined
        ? matchSectionHeader(behind, viewOf(behind), 0, behind.length) >= 0
        : offset < this.#endOfFile;
    if (isEarly)
      throw this.#cursor.failure(
        'unexpected-end',
        '',
        'the byte that ends the sections after all of them',
        'that byte before other sections',
        offset,
      );
  }

  #readConfiguration(): void {
    const { machine, subsections } = this.#cursor.read(
      readConfiguration,
      'configuration',
      MOST_OF_A_CONFIGURATION,
    );
    this.#machine = machine;
    for (const part of subsections) {
      if (part.name === 'configuration/target-page-bits') {
        const bits = part.state.targetPageBits;
        if (bits < 10 || bits > 24)
          throw this.#cursor.failure('invalid-value', 'configuration', 'pages of 10 to 24 bits', `${bits}`);
        this.#pageSize = 2 ** bits;
      } else if (part.name === 'configuration/capabilities') this.#capabilities = part.state.capabilities;
    }
  }

  #walkItem(path: string): void {
    const cursor = this.#cursor;
    switch (cursor.peek()) {
      case 0x01: {
        const start = cursor.offset;
        const { sectionId, idstr } = cursor.read(readLiveSectionStart, path);
        this.#live.set(sectionId, idstr);
        this.#walkLiveSection(idstr, sectionId, start, path);
        return;
      }
      case 0x02:
      case 0x03: {
        const start = cursor.offset;
        const { sectionId } = cursor.read(readLiveSectionPart, path);
        const idstr = this.#live.get(sectionId);
        if (idstr === undefined)
          throw cursor.failure(
            'mismatch',
            `${path}.sectionId`,
            'a section that was started',
            `${sectionId}`,
            start + 1,
          );
        this.#walkLiveSection(idstr, sectionId, start, path);
        return;
      }
      case 0x04:
        this.#walkDevice(path);
        return;
      case 0x08: {
        const start = cursor.offset;
        const { command } = cursor.read(readCommand, path, MOST_OF_A_COMMAND);
        if (command === 'packaged')
          throw cursor.failure('unknown-tag', path, 'a precopy stream', 'a postcopy stream', start);
        return;
      }
      case undefined:
        throw cursor.failure('unexpected-end', path, 'a section, or a zero byte', 'the end');
      default:
        throw cursor.failure(
          'unknown-tag',
          path,
          'a section, or a zero byte',
          `0x${cursor.peek()?.toString(16)}`,
        );
    }
  }

  #walkLiveSection(idstr: string, sectionId: number, start: number, path: string): void {
    const cursor = this.#cursor;
    const walk = liveSectionWalk(idstr);
    if (walk === undefined)
      throw cursor.failure(
        'unknown-tag',
        path,
        `one of ${liveSectionNames()}`,
        `'${idstr}', whose length is unknown`,
        start,
      );
    walk(cursor, { pageSize: this.#pageSize, capabilities: this.#capabilities }, path);
    this.#footers ??= cursor.peek() === 0x7e;
    if (this.#footers) cursor.read((input) => readFooter(input, sectionId), `${path}.footer`);
  }

  #walkDevice(path: string): void {
    const cursor = this.#cursor;
    const offset = cursor.offset;
    const { sectionId, idstr, instanceId, versionId } = cursor.read(readSectionHeader, path);
    const payload = cursor.offset;
    const context: BoundaryContext = {
      footers: this.#footers,
      sectionId,
      live: this.#live,
      endOfFile: this.#endOfFile,
    };
    const size = this.#sizes.next(idstr, instanceId);
    const described = size === undefined ? undefined : boundaryAt(cursor.source, payload + size, context);
    const boundary = described ?? findBoundary(cursor.source, payload, context);
    if (boundary === undefined)
      throw cursor.failure('no-boundary', `${path}.payload`, 'the end of a section', 'none');
    this.#footers = boundary.footer;
    cursor.offset = boundary.offset + (boundary.footer ? FOOTER : 0);
    this.#sections.push({
      sectionId,
      idstr,
      instanceId,
      versionId,
      offset,
      length: cursor.offset - offset,
      payload: { offset: payload, length: boundary.offset - payload },
      end: described === undefined ? 'scan' : 'description',
    });
  }
}
