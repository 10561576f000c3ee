import type { Node } from '@bytewright/schema-dsl';

/**
 * What sections can hold: schemas of payloads by the name in a section's header, behind its bus path. Several may share a
 * name, such as the ISA and the PCI device; they are tried in order.
 *
 * @example `{ mc146818rtc: [Mc146818rtc], fdc: [Fdc, FdcCore] }`
 */
export type CatalogDevices = Readonly<Record<string, readonly Node<unknown>[]>>;
