import type { CatalogSchemas } from './catalog.js';
import { readToEnd } from './end-of-state.js';
import type { OpenOptions } from './open-options.js';
import type { OpenedSection } from './opened-section.js';
import { openSection } from './opened-section.js';
import type { OpenedWith } from './opened-with.js';
import { payloadSchemas } from './schema-of-section.js';

/** An opened file with the schemas that its fields are named and explained by. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  /** What follows a state without footers, which its codec does not read: the last of the bytes. See `endOfState`. */
  readonly behind: Uint8Array;
  readonly opened: OpenedWith;
  readonly schemas: CatalogSchemas;
  readonly sections: readonly OpenedSection[];
}

/**
 * Opens a file, and loads the schemas of the catalog that reads it.
 *
 * @throws DecodeError for a file that is damaged
 */
export async function openFile(bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenedFile> {
  const { opened, error } = await readToEnd(bytes, options);
  if (opened === undefined) throw error;
  return withSchemas(bytes, opened);
}

/** An opened file with its catalog's schemas. Of the bytes it is the first ones that were opened. */
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
