import type { Command } from './command.js';
import { diffCommand } from './commands/diff.js';
import { generateCommand } from './commands/generate.js';
import { snapshotCommand } from './commands/snapshot.js';

/** All commands, in the order of the overview. */
export const COMMANDS: readonly Command[] = [generateCommand, snapshotCommand, diffCommand];
