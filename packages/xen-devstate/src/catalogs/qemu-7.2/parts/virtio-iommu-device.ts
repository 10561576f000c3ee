// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, queue, tree, uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Interval } from '../devices/interval.js';

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
    mappings: tree('VirtioIommuMappings', Interval, Mapping),
    endpointList: queue('VirtioIommuEndpoint', Endpoint).wireName('endpoint_list'),
    bypass: bool,
  },
).source('QEMU hw/virtio/virtio-iommu.c, vmstate_domain');

export const VirtioIommuDevice = vmstate(
  'virtio-iommu-device',
  { version: 2, type: 'VirtioIommuDevice' },
  {
    domains: tree('VirtioIommuDomains', uint64, Domain),
    configBypass: uint8.wireName('config.bypass'),
  },
).source('QEMU hw/virtio/virtio-iommu.c, vmstate_virtio_iommu_device');
