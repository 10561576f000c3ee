import type { DecodeErrorDetails } from '@bytewright/runtime';

/**
 * How the end of a section was found: by its own footer, by the header of the next section, or because the file
 * ends there.
 */
export type SectionEnd = 'footer' | 'header' | 'eof';

/** What a payload was decoded by: a device's schema, a description from elsewhere, or nothing, so that it is kept verbatim. */
export type DecodedBy = 'schema' | 'description' | 'verbatim';

/** What there is to say about a section beside its value. Offsets and lengths are in bytes. */
export interface SectionReport {
  /** Where the section begins in the file. */
  readonly offset: number;
  readonly sectionId: number;
  readonly idstr: string;
  readonly instanceId: number;
  readonly versionId: number;
  /** Where its payload begins in the file. */
  readonly payloadOffset: number;
  readonly payloadLength: number;
  /** Whether a footer ends it. */
  readonly footer: boolean;
  readonly end: SectionEnd;
  /** The schema that describes the payload; `null` if none does. */
  readonly device: string | null;
  readonly decodedBy: DecodedBy;
}

/** What there is to say about a file beside its value. */
export interface DeviceStateReport {
  /** Bytes of the file. */
  readonly size: number;
  /** Whether its sections have footers; `null` where the file is damaged before that can be told. */
  readonly footers: boolean | null;
  /** Its sections; those before the damage, where the file is damaged. */
  readonly sections: readonly SectionReport[];
  /** Bytes behind the one that ends the sections. */
  readonly trailing: number;
  /** What is wrong with the file. */
  readonly error: DecodeErrorDetails | null;
}
