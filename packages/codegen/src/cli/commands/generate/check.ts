import { compareFiles } from '../../../files/compare-files.js';
import { generateModules } from '../../../generate-modules.js';
import { loadConfig } from '../../../load-config.js';
import type { Host } from '../../host.js';

/** `bytewright generate --check`: whether all generated code is what the schemas give; lists what is not. */
export async function check({ folder, stdout }: Host, file?: string): Promise<boolean> {
  const { config, modules } = await loadConfig(folder, file);
  const files = generateModules(modules, undefined, { snapshots: true, ...config });
  const stale = compareFiles(folder, config.output, files);
  for (const { path, why, structs } of stale) {
    const which = structs === undefined ? '' : `: ${listed(structs)}`;
    stdout.write(`stale: ${path} (${why}${which})\n`);
  }
  if (stale.length === 0) stdout.write(`${files.length} files up to date\n`);
  else stdout.write(`${stale.length} of ${files.length} files are stale; run: bytewright generate\n`);
  return stale.length === 0;
}

/** Names that a line has room for. */
const LISTED = 6;

function listed(names: readonly string[]): string {
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return `${names.slice(0, LISTED).join(', ')}${more}`;
}
