// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const XenGnttab = vmstate(
  'xen_gnttab',
  { version: 1, minimum: 1, type: 'XenGnttab' },
  {
    nrFrames: derived(uint32).wireName('nr_frames'),
    gntFrameGpas: list(uint64).wireName('gnt_frame_gpas'),
  },
).where(($) => [$.nrFrames.is(count($.gntFrameGpas))]);
