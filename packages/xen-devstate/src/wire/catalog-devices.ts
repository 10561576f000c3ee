import type { Node } from '@bytewright/schema-dsl';

/**
 * The schemas of payloads, by the name in a section header after the bus path. Several may share a name, such as those of an ISA
 * and a PCI device; they are tried in order.
 *
 * @example `{ mc146818rtc: [Mc146818rtc], fdc: [Fdc, FdcCore] }`
 */
export type CatalogDevices = Readonly<Record<string, readonly Node<unknown>[]>>;
