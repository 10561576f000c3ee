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

/** One section of an opened file, with its schema at hand. */
export interface OpenedSection {
  /** Where it stands among the sections. */
  readonly index: number;
  /** Its name in the file without its bus path, such as `cirrus_vga` of `0000:00:02.0/cirrus_vga`. */
  readonly name: string;
  readonly value: AnySection;
  readonly report: SectionReport;
  /** The bytes of its payload. */
  readonly payload: Uint8Array;
  /** What describes its payload; `undefined` where that is kept verbatim. */
  readonly schema: Node<unknown> | undefined;
  /** Its header's fields, then `state` or `payload`; paths begin at the section. */
  fields(): readonly Field[];
  /** Where every field of the payload lies, counted from the payload's first byte; `undefined` for a verbatim one. */
  explain(): Explanation | undefined;
  /** Why the payload is kept verbatim, a reason a line; empty where it is not. */
  /** @param offsetOf where a byte of the state is in the file that it was read from, as the reasons tell places there */
  why(offsetOf?: (offset: number) => number): readonly string[];
}

/**
 * A section as commands see it. What needs its schema is found out when somebody asks.
 *
 * @param bytes those of the file
 * @param schemaOf what sections of a file share
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
