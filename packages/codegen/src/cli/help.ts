import type { CommandEntry } from './commands.js';

/** What `bytewright --help` prints. */
export function overview(commands: readonly CommandEntry[]): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return `Usage: bytewright COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`).join('\n')}

  --version      print the version
  -h, --help     print this, or with a command what it does

Exit codes: 0 fine, 1 what was asked about is not so (generated files are stale),
2 wrong usage, 3 the configuration, a schema or another file is at fault.`;
}
