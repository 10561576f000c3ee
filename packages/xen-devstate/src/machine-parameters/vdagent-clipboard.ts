import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether the guest agent shares its clipboard. Source: QEMU ui/vdagent.c, `have_clipboard`. */
export const vdagentClipboard: Parameter<boolean> = flag('vdagentClipboard');

/** Details of {@link vdagentClipboard}. */
export const vdagentClipboardParameter: MachineParameter = {
  parameter: vdagentClipboard,
};
