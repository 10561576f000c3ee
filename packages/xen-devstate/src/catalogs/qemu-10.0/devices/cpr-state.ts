import { byteLength, derived } from '@bytewright/schema-dsl';
import { buffer, hole, int32, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const CprFd = vmstate(
  'cpr fd',
  { version: 1, type: 'CprFd' },
  {
    namelen: derived(uint32),
    name: buffer(),
    id: int32,
    fd: buffer(hole('CprFd.fd (fd)', 'u32be')),
  },
).where(($) => [$.namelen.is(byteLength($.name))]);

export const CprState = vmstate(
  'CprState',
  { version: 1, minimum: 1, type: 'CprState' },
  {
    fds: buffer(hole('CprState.fds (qlist)', 'u32be')),
  },
);
