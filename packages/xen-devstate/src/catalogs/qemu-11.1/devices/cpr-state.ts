// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, derived } from '@bytewright/schema-dsl';
import { buffer, int32, queue, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const CprFd = vmstate(
  'cpr fd',
  { version: 1, type: 'CprFd' },
  {
    namelen: derived(uint32),
    name: buffer(),
    id: int32,
    fd: buffer(0),
  },
).where(($) => [$.namelen.is(byteLength($.name))]).source('QEMU migration/cpr.c: file descriptors travel beside the stream');

export const CprVfioDevice = vmstate(
  'cpr vfio device',
  { version: 1, type: 'CprVfioDevice' },
  {
    namelen: derived(uint32),
    name: buffer(),
    devid: int32,
    ioasId: uint32.wireName('ioas_id'),
    hwptId: uint32.wireName('hwpt_id'),
  },
).where(($) => [$.namelen.is(byteLength($.name))]);

export const CprStateVfioDevices = vmstate(
  'CprState/vfio devices',
  { version: 1, minimum: 1, type: 'CprStateVfioDevices' },
  {
    vfioDevices: queue('CprStateVfioDevicesVfioDevicesElement', CprVfioDevice).wireName('vfio_devices'),
  },
);

export const CprState = vmstate(
  'CprState',
  { version: 1, minimum: 1, type: 'CprState' },
  {
    fds: queue('CprStateFd', CprFd),
  },
  {
    'CprState/vfio devices': CprStateVfioDevices,
  },
).source('QEMU migration/cpr.c');
