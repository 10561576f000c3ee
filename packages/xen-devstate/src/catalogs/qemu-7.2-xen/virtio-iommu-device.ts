import { bool, hole, uint32, uint64, uint8, vmstate } from '../../vmstate/index.js';

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
    mappings: hole('domain.mappings: gtree', 'node'),
    endpointList: hole('domain.endpointList: qlist', 'node').wireName('endpoint_list'),
    bypass: bool,
  },
);

export const VirtioIommuDevice = vmstate(
  'virtio-iommu-device',
  { version: 2, minimum: 2, type: 'VirtioIommuDevice' },
  {
    domains: hole('virtio-iommu-device.domains: gtree', 'node'),
    configBypass: uint8.wireName('config.bypass'),
  },
);
