// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioBalloonDeviceFreePageReport = vmstate(
  'virtio-balloon-device/free-page-report',
  { version: 1, minimum: 1, type: 'VirtioBalloonDeviceFreePageReport' },
  {
    freePageHintCmdId: uint32.wireName('free_page_hint_cmd_id'),
    freePageHintStatus: uint32.wireName('free_page_hint_status'),
  },
);

export const VirtioBalloonDevicePagePoison = vmstate(
  'virtio-balloon-device/page-poison',
  { version: 1, minimum: 1, type: 'VirtioBalloonDevicePagePoison' },
  {
    poisonVal: uint32.wireName('poison_val'),
  },
);

export const VirtioBalloonDevice = vmstate(
  'virtio-balloon-device',
  { version: 1, type: 'VirtioBalloonDevice' },
  {
    numPages: uint32.wireName('num_pages'),
    actual: uint32,
  },
  {
    'virtio-balloon-device/free-page-report': VirtioBalloonDeviceFreePageReport,
    'virtio-balloon-device/page-poison': VirtioBalloonDevicePagePoison,
  },
);
