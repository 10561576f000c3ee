import { decode, encode, sizeOf } from '@bytewright/schema-dsl';
import type { CatalogDevices } from '../wire/catalog-devices.js';
import type { AnyDeviceState } from '../wire/device-state-of.js';
import { deviceStateOf } from '../wire/device-state-of.js';
import type { Catalog } from './catalog.js';

/** The parts of a catalog without generated code. */
export interface CatalogParts {
  readonly name: string;
  readonly title: string;
  readonly devices: CatalogDevices;
  readonly decodedBy?: Catalog['decodedBy'];
  readonly order?: Catalog['order'];
}

/**
 * Creates a catalog from schemas that are only known at run time. It uses the interpreter, which is some hundred times slower
 * than generated code.
 *
 * @throws SchemaError on first use, if a schema is invalid
 * @example
 * const { devices } = await import('@bytewright/xen-devstate/catalogs/qemu-7.2');
 * const mine = catalogOf({ name: 'mine', title: 'with my device', devices: { ...devices, 'my-device': [MyDevice] } });
 * openDeviceState(bytes, { catalogs: [mine, 'qemu-7.2'] });
 */
export function catalogOf({ name, title, devices, decodedBy = 'schema', order = [] }: CatalogParts): Catalog {
  let made: ReturnType<typeof deviceStateOf> | undefined;
  const schema = (): ReturnType<typeof deviceStateOf>['DeviceState'] => {
    made ??= deviceStateOf(devices);
    return made.DeviceState;
  };
  return {
    ...{ name, title, decodedBy, order },
    decode: (bytes, options) => decode(schema(), bytes, options),
    encode: (value: AnyDeviceState) => encode(schema(), value),
    sizeOf: (value: AnyDeviceState) => sizeOf(schema(), value),
    schemas: async () => ({ devices, incomplete: {} }),
  };
}
