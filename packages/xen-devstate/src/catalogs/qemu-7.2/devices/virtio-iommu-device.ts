import { bool, buffer, hole, uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Mapping = vmstate(
  'mapping',
  { version: 1, type: 'Mapping' },
  {
    physAddr: uint64.wireName('phys_addr'),
    flags: uint32,
  },
);

export const Endpoint = vmstate(
  'endpoint',
  { version: 1, type: 'Endpoint' },
  {
    id: uint32,
  },
);

export const Domain = vmstate(
  'domain',
  { version: 2, type: 'Domain' },
  {
    id: uint32,
    mappings: buffer(hole('Domain.mappings (gtree)', 'u32be')),
    endpointList: buffer(hole('Domain.endpointList (qlist)', 'u32be')).wireName('endpoint_list'),
    bypass: bool,
  },
);

export const VirtioIommuDevice = vmstate(
  'virtio-iommu-device',
  { version: 2, minimum: 2, type: 'VirtioIommuDevice' },
  {
    domains: buffer(hole('VirtioIommuDevice.domains (gtree)', 'u32be')),
    configBypass: uint8.wireName('config.bypass'),
  },
);
