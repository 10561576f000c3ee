import type { DecodeErrorDetails } from '@bytewright/runtime';

/**
 * How the end of a section was found: from its footer, from the header of the next section, or because the file ends there.
 */
export type SectionEnd = 'footer' | 'header' | 'eof';

/** How a payload was decoded: with a device's schema, with a description from another file, or not at all: it is kept verbatim. */
export type DecodedBy = 'schema' | 'description' | 'verbatim';

/** A report on a section, in addition to its value. Offsets and lengths are in bytes. */
export interface SectionReport {
  /** The offset of the section in the file. */
  readonly offset: number;
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  /** The offset of its payload in the file. */
  readonly payloadOffset: number;
  readonly payloadLength: number;
  /** Whether it has a footer. */
  readonly footer: boolean;
  readonly end: SectionEnd;
  /** The schema that describes the payload; `null` if none does. */
  readonly device: string | null;
  readonly decodedBy: DecodedBy;
}

/** A report on a file, in addition to its value. */
export interface DeviceStateReport {
  /** The size of the file, in bytes. */
  readonly size: number;
  /** Whether its sections have footers; `null` if the file is damaged before that is known. */
  readonly footers: boolean | null;
  /** Its sections; only those before the damage if the file is damaged. */
  readonly sections: readonly SectionReport[];
  /** The number of bytes after the byte that ends the sections. */
  readonly trailing: number;
  /** The error; `null` if the file is not damaged. */
  readonly error: DecodeErrorDetails | null;
}
