// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, derived } from '@bytewright/schema-dsl';
import { buffer, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const TpmEmulator = vmstate(
  'tpm-emulator',
  { version: 0, minimum: 0, type: 'TpmEmulator' },
  {
    stateBlobsPermanentFlags: uint32.wireName('state_blobs.permanent_flags'),
    stateBlobsPermanentSize: derived(uint32).wireName('state_blobs.permanent.size'),
    stateBlobsPermanentBuffer: buffer().wireName('state_blobs.permanent.buffer'),
    stateBlobsVolatilFlags: uint32.wireName('state_blobs.volatil_flags'),
    stateBlobsVolatilSize: derived(uint32).wireName('state_blobs.volatil.size'),
    stateBlobsVolatilBuffer: buffer().wireName('state_blobs.volatil.buffer'),
    stateBlobsSavestateFlags: uint32.wireName('state_blobs.savestate_flags'),
    stateBlobsSavestateSize: derived(uint32).wireName('state_blobs.savestate.size'),
    stateBlobsSavestateBuffer: buffer().wireName('state_blobs.savestate.buffer'),
  },
).where(($) => [
  $.stateBlobsPermanentSize.is(byteLength($.stateBlobsPermanentBuffer)),
  $.stateBlobsVolatilSize.is(byteLength($.stateBlobsVolatilBuffer)),
  $.stateBlobsSavestateSize.is(byteLength($.stateBlobsSavestateBuffer)),
]);
