import type { Command } from './command.js';

/** What `bytewright --help` prints. */
export function helpOf(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: bytewright COMMAND …

${lines.join('\n')}

bytewright COMMAND --help tells more; bytewright --version prints the version.`;
}
