import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether the agent in the guest shares its clipboard. Source: QEMU ui/vdagent.c, `have_clipboard`. */
export const vdagentClipboard: Parameter<boolean> = flag('vdagentClipboard');

/** What is known of {@link vdagentClipboard}. */
export const vdagentClipboardParameter: MachineParameter = {
  parameter: vdagentClipboard,
};
