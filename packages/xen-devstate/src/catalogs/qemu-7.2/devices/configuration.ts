// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, count, derived, list } from '@bytewright/schema-dsl';
import { buffer, capability, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const ConfigurationTargetPageBits = vmstate(
  'configuration/target-page-bits',
  { version: 1, minimum: 1, type: 'ConfigurationTargetPageBits' },
  {
    targetPageBits: uint32.wireName('target_page_bits'),
  },
);

export const ConfigurationCapabilities = vmstate(
  'configuration/capabilities',
  { version: 1, minimum: 1, type: 'ConfigurationCapabilities' },
  {
    capsCount: derived(uint32).wireName('caps_count'),
    capabilities: list(capability),
  },
).where(($) => [$.capsCount.is(count($.capabilities))]);

export const ConfigurationUuid = vmstate(
  'configuration/uuid',
  { version: 1, minimum: 1, type: 'ConfigurationUuid' },
  {
    uuidData: list(uint8, 16).wireName('uuid.data'),
  },
);

export const Configuration = vmstate(
  'configuration',
  { version: 1, minimum: 1, type: 'Configuration' },
  {
    len: derived(uint32),
    name: buffer(),
  },
  {
    'configuration/target-page-bits': ConfigurationTargetPageBits,
    'configuration/capabilities': ConfigurationCapabilities,
    'configuration/uuid': ConfigurationUuid,
  },
).where(($) => [$.len.is(byteLength($.name))]);
