import { compareFiles } from '../files/compare-files.js';
import { generateModules } from '../generate-modules.js';
import { loadConfig } from '../load-config.js';

/** `bytewright generate --check`: whether all generated code is what the schemas give; lists what is not. */
export async function check(folder: string, file?: string): Promise<boolean> {
  const { config, modules } = await loadConfig(folder, file);
  const files = generateModules(modules);
  const stale = compareFiles(folder, config.output, files);
  for (const { path, why } of stale) process.stdout.write(`stale: ${path} (${why})\n`);
  if (stale.length === 0) process.stdout.write(`${files.length} modules up to date\n`);
  else
    process.stdout.write(`${stale.length} of ${files.length} modules are stale; run: bytewright generate\n`);
  return stale.length === 0;
}
