// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { int32, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PS2CommonState } from '../parts/ps2-common-state.js';

export const Ps2mouse = vmstate(
  'ps2mouse',
  { version: 2, minimum: 2, type: 'Ps2mouse' },
  {
    parentObj: field(PS2CommonState).wireName('parent_obj'),
    mouseStatus: uint8.wireName('mouse_status'),
    mouseResolution: uint8.wireName('mouse_resolution'),
    mouseSampleRate: uint8.wireName('mouse_sample_rate'),
    mouseWrap: uint8.wireName('mouse_wrap'),
    mouseType: uint8.wireName('mouse_type'),
    mouseDetectState: uint8.wireName('mouse_detect_state'),
    mouseDx: int32.wireName('mouse_dx'),
    mouseDy: int32.wireName('mouse_dy'),
    mouseDz: int32.wireName('mouse_dz'),
    mouseButtons: uint8.wireName('mouse_buttons'),
  },
);
