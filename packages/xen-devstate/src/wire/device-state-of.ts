import type { Node } from '@bytewright/schema-dsl';
import { bytes, endsWith, list, literal, lookahead, struct, toEnd, u8 } from '@bytewright/schema-dsl';
import { footers } from './boundary.js';
import type { CatalogDevices } from './catalog-devices.js';
import { fileHeaderFields } from './device-state.js';
import { FooteredFirstSection } from './first-section.js';
import type { AnySection } from './section-of.js';
import { sectionOf } from './section-of.js';

/** The value of a file with any devices. */
export interface AnyDeviceState {
  readonly footers: boolean;
  readonly sections: readonly AnySection[];
  readonly trailing: Uint8Array;
}

/** The schemas of a file and of its sections. */
export interface DeviceStateSchemas {
  readonly DeviceState: Node<AnyDeviceState>;
  readonly Section: Node<AnySection>;
}

/**
 * The schema of a file whose sections contain the devices of a catalog; see {@link sectionOf}.
 *
 * @example
 * export const { DeviceState, Section } = deviceStateOf({ ...devices, 'my-device': [MyDevice] });
 */
export function deviceStateOf(devices: CatalogDevices): DeviceStateSchemas {
  const Section = sectionOf(devices);
  const DeviceState = struct('DeviceState', {
    ...fileHeaderFields,
    footers: lookahead(FooteredFirstSection).doc(
      'Whether every section ends with a footer. Files of genuine Xen guests have none.',
    ),
    sections: list(Section, endsWith(literal(u8, 0x00))).doc('The devices, in the order of the file.'),
    trailing: bytes(toEnd).doc('Whatever follows the byte that ends the sections.'),
  })
    .where(($) => [$.sections.with(footers.of($.footers))])
    .doc('The state of every emulated device of a virtual machine, as xen-save-devices-state writes it.');
  return { DeviceState: DeviceState as unknown as Node<AnyDeviceState>, Section }; // as for sections
}
