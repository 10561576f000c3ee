// Runs `bytewright generate` for every bytewright.config.ts of the workspace, from the sources: nothing has to be built.
// Arguments are passed on: `node scripts/generate.mjs --check`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './lib/run.mjs';
import { ROOT, shown, workspaceFolders } from './lib/workspace.mjs';

const COMMAND = join(ROOT, 'packages', 'codegen', 'src', 'cli', 'main.ts');

process.exitCode = await generate(process.argv.slice(2));

/**
 * @param {readonly string[]} args arguments for `bytewright generate`
 * @returns {Promise<number>} the highest exit code
 */
async function generate(args) {
  const folders = [...workspaceFolders(), join(ROOT, 'benchmarks')].filter((folder) =>
    existsSync(join(folder, 'bytewright.config.ts')),
  );
  if (folders.length === 0) {
    console.error('No bytewright.config.ts under packages/, examples/ or benchmarks/.');
    return 2;
  }
  // Resolved here: the folders that it runs in need not know tsx.
  const loader = import.meta.resolve('tsx');
  /** @param {string} folder */
  const generateIn = async (folder) => {
    console.log(`${shown(folder)}:`);
    const { code } = await run(
      process.execPath,
      ['--conditions=@bytewright/source', '--import', loader, COMMAND, 'generate', ...args],
      { cwd: folder, show: true },
    );
    return code;
  };
  if (args.includes('--watch')) {
    // A watcher does not end, so none may wait for another.
    return Math.max(...(await Promise.all(folders.map(generateIn))));
  }
  let highest = 0;
  for (const folder of folders) {
    highest = Math.max(highest, await generateIn(folder));
  }
  return highest;
}
