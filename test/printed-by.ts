import { vi } from 'vitest';

/**
 * What a program prints by `console.log` when it is run with these arguments: in this process, as a module that is loaded. A
 * module is loaded once, so this works once for each program.
 *
 * @example
 * await printedBy(() => import('./main.js'), 'in.dev', 'out.dev'); // "wrote out.dev: …"
 */
export async function printedBy(
  program: () => Promise<unknown>,
  ...args: readonly string[]
): Promise<string> {
  const { argv } = process;
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  process.argv = [...argv.slice(0, 2), ...args];
  try {
    await program();
    return log.mock.calls.map((line) => line.join(' ')).join('\n');
  } finally {
    process.argv = argv;
    log.mockRestore();
  }
}
