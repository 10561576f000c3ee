// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, derived, list, optional } from '@bytewright/schema-dsl';
import { vdagentClipboard } from '@bytewright/xen-devstate/machine-parameters';
import { bool, buffer, byteArray, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Cbinfoarray } from './cbinfoarray.js';

export const VdagentChunk = vmstate(
  'vdagent/chunk',
  { version: 0, type: 'VdagentChunk' },
  {
    port: uint32,
    size: uint32,
  },
);

export const Vdagent = vmstate(
  'vdagent',
  { version: 0, minimum: 0, type: 'Vdagent' },
  {
    connected: bool,
    caps: uint32,
    chunk: VdagentChunk,
    chunksize: uint32,
    msgsize: derived(uint32),
    msgbuf: buffer(),
    xsize: derived(uint32),
    xoff: uint32,
    xbuf: buffer(),
    outbuf: byteArray,
    mouseX: uint32.wireName('mouse_x'),
    mouseY: uint32.wireName('mouse_y'),
    mouseBtn: uint32.wireName('mouse_btn'),
    mouseDisplay: uint32.wireName('mouse_display'),
    lastSerial: list(uint32, 3).wireName('last_serial'),
    cbpending: list(uint32, 3),
    cbinfos: optional(Cbinfoarray),
  },
).where(($) => [
  $.msgsize.is(byteLength($.msgbuf)),
  $.xsize.is(byteLength($.xbuf)),
  $.cbinfos.presentWhen(vdagentClipboard),
]).source('QEMU ui/vdagent.c, put_cbinfo');
