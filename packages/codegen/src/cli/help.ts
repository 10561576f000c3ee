import type { CommandEntry } from './commands.js';
import { EXIT_TABLE } from './exit-codes.js';

/** What `bytewright --help` prints. */
export function overview(commands: readonly CommandEntry[]): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return `Usage: bytewright COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`).join('\n')}

  --version      print the version
  -h, --help     print this, or with a command what it does

${EXIT_TABLE}`;
}
