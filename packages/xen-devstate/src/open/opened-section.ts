import type { Explanation, Node } from '@bytewright/schema-dsl';
import { explain, irOf } from '@bytewright/schema-dsl';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { deviceName } from '../wire/device-name.js';
import type { AnySection } from '../wire/section-of.js';
import type { CatalogSchemas } from './catalog.js';
import type { SectionReport } from './report/report.js';
import type { PayloadSchemas } from './schema-of-section.js';
import { payloadSchemas, schemaOfSection } from './schema-of-section.js';
import { sectionFields } from './section-fields.js';
import { whyVerbatim } from './why-verbatim.js';

/** A section of an opened file, with its schema. */
export interface OpenedSection {
  /** Its index among the sections. */
  readonly index: number;
  /** Its name without the bus path, such as `cirrus_vga` for `0000:00:02.0/cirrus_vga`. */
  readonly name: string;
  readonly value: AnySection;
  readonly report: SectionReport;
  /** The bytes of its payload. */
  readonly payload: Uint8Array;
  /** The schema of its payload; `undefined` if that is kept verbatim. */
  readonly schema: Node<unknown> | undefined;
  /** The fields of its header, then `state` or `payload`; paths are relative to the section. */
  fields(): readonly Field[];
  /** The location of every field, relative to the payload; `undefined` if that is verbatim. */
  explain(): Explanation | undefined;
  /** Why the payload is kept verbatim, one reason per line; empty if it is not. */
  /** @param offsetOf maps an offset in the state to one in the file that it was read from, for the reasons */
  why(offsetOf?: (offset: number) => number): readonly string[];
}

/**
 * Opens a section. Anything that requires its schema is computed on demand.
 *
 * @param bytes the bytes of the file
 * @param schemaOf the schemas shared by the sections of a file
 */
export function openSection(
  bytes: Uint8Array,
  index: number,
  value: AnySection,
  report: SectionReport,
  schemas: CatalogSchemas,
  schemaOf: PayloadSchemas = payloadSchemas(),
): OpenedSection {
  const { payloadOffset, payloadLength } = report;
  const payload = bytes.subarray(payloadOffset, payloadOffset + payloadLength);
  const name = deviceName(report.idstr);
  const schema = once(() => schemaOfSection(report, schemas, schemaOf));
  const fields = once(() => {
    const node = schema();
    return sectionFields(value, node && irOf(node));
  });
  const explanation = once(() => {
    const node = schema();
    return node && explain(node, payload, { bytes: 'view' }).root;
  });
  const why = (offsetOf = (offset: number): number => offset): readonly string[] =>
    report.decodedBy === 'verbatim'
      ? whyVerbatim(name, { ...report, payloadOffset: offsetOf(payloadOffset) }, payload, schemas, schemaOf)
      : [];
  return {
    ...{ index, name, value, report, payload },
    get schema() {
      return schema();
    },
    fields,
    explain: explanation,
    why,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
