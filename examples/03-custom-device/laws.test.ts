import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { decodeWatchdogBoard, encodeWatchdogBoard, sizeOfWatchdogBoard } from './generated/watchdog-board.js';
import { WatchdogBoard } from './watchdog-board.js';

laws(WatchdogBoard, {
  decode: decodeWatchdogBoard,
  encode: encodeWatchdogBoard,
  sizeOf: sizeOfWatchdogBoard,
});
