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

export const CprState = vmstate(
  'CprState',
  { version: 1, minimum: 1, type: 'CprState' },
  {
    fds: queue('CprStateFd', CprFd),
  },
).source('QEMU migration/cpr.c');
