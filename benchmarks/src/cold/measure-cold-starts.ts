import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BY_HAND, GENERATED } from '../contender.js';
import { FIXTURES, measuredFiles } from '../device-state/files.js';
import type { RunOptions } from '../measuring/run-work.js';
import { rowOfSeconds } from '../report/comparisons-of.js';
import type { Comparison } from '../report/results.js';

/** Fresh processes of each contender. */
const PROCESSES = 15;

/** How those are called that are imported as they are built. */
export const UNBUNDLED = ', unbundled';

interface Start {
  readonly contender: string;
  readonly module: string;
  readonly decoder: string;
  readonly note: string;
}

/**
 * Measures the first decode of a device state in a fresh process, import included: of each contender as one bundle, and as
 * its modules are built.
 */
export async function measureColdStarts({
  isSmoke,
  clock,
  rounds,
}: RunOptions): Promise<readonly Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bytewright-bench-'));
  try {
    const starts = await startsIn(folder);
    const processes = isSmoke ? 1 : (rounds ?? PROCESSES);
    return measuredFiles().map(({ name, bytes }): Comparison => {
      const file = fileURLToPath(new URL(`${name}.dev.gz`, FIXTURES));
      const seconds = starts.map((): number[] => []);
      for (let round = 0; round < processes; round++)
        for (const [index, start] of starts.entries())
          seconds[index]?.push(secondsOfStart(start, file, clock));
      return {
        work: 'cold-start',
        subject: `device state, ${Math.round(bytes.length / 1000)} KB`,
        bytes: bytes.length,
        action: 'first decode',
        rounds: processes,
        rows: starts.map(({ contender, note }, index) =>
          rowOfSeconds(contender, note, seconds[index] ?? [], seconds[0], undefined),
        ),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function secondsOfStart({ module, decoder }: Start, file: string, clock: string): number {
  const script = fileURLToPath(new URL('./cold-process.js', import.meta.url));
  return Number(execFileSync(process.execPath, [script, module, decoder, file, clock]).toString());
}

async function startsIn(folder: string): Promise<readonly Start[]> {
  const modules = [
    [BY_HAND, new URL('../device-state/by-hand/device-state.js', import.meta.url).href, 'decodeByHand'],
    [GENERATED, import.meta.resolve('@bytewright/xen-devstate/qemu-7.2'), 'decodeDeviceState'],
  ] as const;
  const bundled = await Promise.all(
    modules.map(async ([contender, module, decoder]): Promise<Start> => {
      const outfile = join(folder, `${decoder}.mjs`);
      // as an application is bundled that only decodes
      await build({
        stdin: {
          contents: `export { ${decoder} } from ${JSON.stringify(fileURLToPath(module))};`,
          resolveDir: folder,
        },
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'node',
        outfile,
        logLevel: 'error',
      });
      return { contender, module: pathToFileURL(outfile).href, decoder, note: 'one bundle' };
    }),
  );
  const unbundled = modules.map(
    ([contender, module, decoder]): Start => ({
      contender: `${contender}${UNBUNDLED}`,
      module,
      decoder,
      note: 'its modules as they are built',
    }),
  );
  return [...bundled, ...unbundled];
}
