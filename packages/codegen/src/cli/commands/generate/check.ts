import { compareFiles } from '../../../files/compare-files.js';
import { surveyOutput } from '../../../files/survey-output.js';
import { generateModules } from '../../../generate-modules.js';
import { loadConfig } from '../../../load-config.js';
import type { Host } from '../../host.js';
import { note } from '../../note.js';
import { staying } from './staying.js';

/** `bytewright generate --check`: whether all generated code is what the schemas give; lists what is not. */
export async function check(host: Host, file?: string): Promise<boolean> {
  const { stdout } = host;
  const { path: configuration, folder, config, modules } = await loadConfig(host.folder, file);
  const files = generateModules(modules, undefined, { snapshots: true, ...config, configuration });
  const stale = compareFiles(folder, config.output, files, configuration);
  for (const { path, why, structs = [], configuration: other } of stale) {
    const what = other ?? listed(structs);
    stdout.write(`stale: ${path} (${why}${what === '' ? '' : `: ${what}`})\n`);
  }
  const { left } = surveyOutput(folder, config.output, files, configuration);
  for (const file of left) note(host, staying(file));
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
