import { flags, list } from '@bytewright/schema-dsl';
import { timer, uint8, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

/** What the board did when its timer expired: a subsection, present only if that ever happened. */
const WatchdogBoardFired = vmstate(
  'watchdog-board/fired',
  { version: 1, minimum: 1, type: 'WatchdogBoardFired' },
  { times: uint32, lastReason: uint16 },
);

/**
 * A device that QEMU does not have: a watchdog on an expansion board, with four stages and a timer for each.
 *
 * Its C side would be a `VMStateDescription` with the same fields in the same order.
 */
export const WatchdogBoard = vmstate(
  'watchdog-board',
  { version: 2, minimum: 1, type: 'WatchdogBoard' },
  {
    control: flags(uint8, { enabled: 0, resets: 1, paused: 7 }),
    stage: uint8,
    deadlines: list(timer, 4).doc('When each stage ends.'),
  },
  { 'watchdog-board/fired': WatchdogBoardFired },
).doc('A watchdog on an expansion board.');
