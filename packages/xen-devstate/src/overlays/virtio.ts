import type { DescriptionOverlay } from './overlay.js';

/** A virtio device with its own state, if it saves any. */
function device(type: string, source: string, own?: string): DescriptionOverlay {
  const node =
    own === undefined
      ? '@{virtio device}'
      : `virtio('${type}', { onPci: @{virtio on pci}, common: @{virtio}, device: ${own} })`;
  return { source, fields: { virtio: { node } } };
}

/** Devices that run outside of QEMU save their own state through a file. */
const BACKEND = { node: 'vhostBackendState' };

/** Virtio. */
export const VIRTIO: Readonly<Record<string, DescriptionOverlay>> = {
  'virtio-9p': device('Virtio9pVirtio', 'QEMU hw/9pfs/virtio-9p-device.c'),
  'virtio-balloon': device(
    'VirtioBalloonVirtio',
    'QEMU hw/virtio/virtio-balloon.c',
    '@{virtio-balloon-device}',
  ),
  'virtio-blk': device('VirtioBlkVirtio', 'QEMU hw/block/virtio-blk.c', 'virtioBlkRequests'),
  'virtio-console': device('VirtioConsoleVirtio', 'QEMU hw/char/virtio-serial-bus.c', 'VirtioSerialPorts'),
  'virtio-crypto': device('VirtioCryptoVirtio', 'QEMU hw/virtio/virtio-crypto.c'),
  'virtio-input': device('VirtioInputVirtio', 'QEMU hw/input/virtio-input.c'),
  'virtio-iommu': device('VirtioIommuVirtio', 'QEMU hw/virtio/virtio-iommu.c', '@{virtio-iommu-device}'),
  'virtio-mem': device('VirtioMemVirtio', 'QEMU hw/virtio/virtio-mem.c', '@{virtio-mem-device}'),
  'virtio-net': device('VirtioNetVirtio', 'QEMU hw/net/virtio-net.c', '@{virtio-net-device}'),
  'virtio-rng': device('VirtioRngVirtio', 'QEMU hw/virtio/virtio-rng.c'),
  'virtio-rtc': device('VirtioRtcVirtio', 'QEMU hw/virtio/virtio-rtc.c'),
  'virtio-scsi': device('VirtioScsiVirtio', 'QEMU hw/scsi/virtio-scsi.c'),
  'virtio-sound-device': device('VirtioSoundVirtio', 'QEMU hw/audio/virtio-snd.c'),
  'virtio-vhost_scsi': device('VhostScsiVirtio', 'QEMU hw/scsi/vhost-scsi.c'),
  'virtio-vhost_vsock': device('VhostVsockVirtio', 'QEMU hw/virtio/vhost-vsock-common.c'),
  'vhost-user-blk': device('VhostUserBlkVirtio', 'QEMU hw/block/vhost-user-blk.c'),
  'vhost-user-fs': device('VhostUserFsVirtio', 'QEMU hw/virtio/vhost-user-fs.c'),
  'vhost-vdpa-device': device('VhostVdpaVirtio', 'QEMU hw/virtio/vdpa-dev.c'),
  'virtio-gpu': {
    source: 'QEMU hw/display/virtio-gpu.c, virtio_gpu_save',
    fields: {
      ...device('VirtioGpuVirtio', '').fields,
      'virtio-gpu': {
        name: 'gpu',
        node: "struct('VirtioGpuState', { resources: virtioGpuResources, scanouts: @{virtio-gpu-scanouts} })",
      },
    },
  },
  'virtio-gpu/blob': {
    source: 'QEMU hw/display/virtio-gpu.c, virtio_gpu_blob_save',
    fields: { 'virtio-gpu/blob': { name: 'blobs', node: 'virtioGpuBlobs' } },
  },
  'virtio-gpu-one-scanout': {
    source: 'QEMU hw/display/virtio-gpu.c, scanout_vmstate_after_v2',
    fields: Object.fromEntries(
      ['unused', 'fb.format', 'fb.bytes_pp', 'fb.width', 'fb.height', 'fb.stride', 'fb.offset'].map(
        (name) => [name, { presentWhen: 'scanoutFormats' }],
      ),
    ),
  },
  'virtio/extra_state': {
    source: 'QEMU hw/virtio/virtio.c, put_extra_state',
    fields: {
      extra_state: { node: 'virtqueueExtraState(@{virtio_pci/modern_state}, @{virtio_mmio/state})' },
    },
  },
  'virtio-net-device': {
    source: 'QEMU hw/net/virtio-net.c, vmstate_virtio_net_device',
    fields: {
      'mac_table.in_use': { node: 'derived(uint32)' },
      // the number of addresses, even if it exceeds the size of the table
      'mac_table.macs': {
        node: 'buffer()',
        relations: ['$.macTableInUse.is(byteLength($.macTableMacs).div(6))'],
      },
      unused: { isMerged: true },
      tmp: { name: 'vnet' },
      'tmp#2': { name: 'ufo' },
      max_queue_pairs: { presentWhen: 'multiqueue' },
      curr_queue_pairs: { presentWhen: 'multiqueue' },
      // the names of these two until QEMU 6.1
      max_queues: { name: 'maxQueuePairs', presentWhen: 'multiqueue' },
      curr_queues: { name: 'currQueuePairs', presentWhen: 'multiqueue' },
      'tmp#3': {
        name: 'otherQueues',
        relations: ['$.otherQueues.with(otherQueues.of(otherPairs($.currQueuePairs)))'],
      },
      curr_guest_offloads: { presentWhen: 'guestOffloadsIn(virtioFeatures).eq(1)' },
    },
  },
  'virtio-net-tx_waiting': {
    source: 'QEMU hw/net/virtio-net.c, virtio_net_tx_waiting_pre_save',
    fields: { vqs_1: { name: 'queues', count: 'otherQueues' } },
  },
  'virtio-net-device/backend': {
    source: 'QEMU hw/net/virtio-net.c, vhost_user_net_save_state',
    fields: { backend: BACKEND },
  },
  'vhost-inflight-region': {
    source: 'QEMU hw/virtio/vhost.c, vmstate_vhost_inflight_region',
    fields: {
      size: {
        node: 'asNumber(uint64)',
        relations: ['$.subsections.with(inflightSize.of($.size))'],
      },
    },
  },
  'vhost-inflight-region/buffer': {
    source: 'QEMU hw/virtio/vhost.c, vmstate_vhost_inflight_region_buffer',
    fields: { addr: { name: 'buffer', size: 'inflightSize' } },
  },
  'vhost-user-fs-backend': {
    source: 'QEMU hw/virtio/vhost-user-fs.c, vuf_save_state',
    fields: { 'back-end': BACKEND },
  },
  domain: {
    source: 'QEMU hw/virtio/virtio-iommu.c, vmstate_domain',
    fields: {
      mappings: { node: "tree('VirtioIommuMappings', @{interval}, @{mapping})" },
      endpoint_list: { node: "queue('VirtioIommuEndpoint', @{endpoint})" },
    },
  },
  'virtio-iommu-device': {
    source: 'QEMU hw/virtio/virtio-iommu.c, vmstate_virtio_iommu_device',
    fields: { domains: { node: "tree('VirtioIommuDomains', uint64, @{domain})" } },
  },
  'virtio-mem-device': {
    source: 'QEMU hw/virtio/virtio-mem.c, virtio_mem_vmstate_field_exists',
    fields: {
      tmp: {
        name: 'memory',
        presentWhen: 'earlyMemory.not()',
        relations: ['$.bitmap.with(memoryWords.of(memoryWordsIn($.memory)))'],
      },
      size: { presentWhen: 'earlyMemory.not()' },
      bitmap: { presentWhen: 'earlyMemory.not()', size: 'memoryWords' },
    },
  },
  'virtio-mem-device-early': {
    source: 'QEMU hw/virtio/virtio-mem.c, vmstate_virtio_mem_device_early',
    fields: {
      tmp: { name: 'memory', relations: ['$.bitmap.with(memoryWords.of(memoryWordsIn($.memory)))'] },
      bitmap: { size: 'memoryWords' },
    },
  },
};
