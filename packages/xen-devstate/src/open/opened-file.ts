import type { CatalogSchemas } from './catalog.js';
import { readToEnd } from './end-of-state.js';
import type { OpenOptions } from './open-options.js';
import type { OpenedSection } from './opened-section.js';
import { openSection } from './opened-section.js';
import type { OpenedWith } from './opened-with.js';
import { payloadSchemas } from './schema-of-section.js';

/** An opened file with the schemas of its fields. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  /** The last bytes, which follow a state without footers and are not read by its codec. See `endOfState`. */
  readonly behind: Uint8Array;
  readonly opened: OpenedWith;
  readonly schemas: CatalogSchemas;
  readonly sections: readonly OpenedSection[];
}

/**
 * Opens a file, and loads the schemas of the catalog that matches it.
 *
 * @throws DecodeError if the file is damaged
 */
export async function openFile(bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenedFile> {
  const { opened, error } = await readToEnd(bytes, options);
  if (opened === undefined) throw error;
  return withSchemas(bytes, opened);
}

/** Loads the schemas for an opened file, which may be only the first part of the bytes. */
export async function withSchemas(bytes: Uint8Array, opened: OpenedWith): Promise<OpenedFile> {
  const schemas = await opened.codec.schemas();
  const { sections: values } = opened.value;
  const schemaOf = payloadSchemas();
  const sections = opened.report.sections.flatMap((report, index): OpenedSection[] => {
    const value = values[index];
    return value === undefined ? [] : [openSection(bytes, index, value, report, schemas, schemaOf)];
  });
  return { bytes, behind: bytes.subarray(opened.report.size), opened, schemas, sections };
}
