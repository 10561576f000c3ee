import { writeFiles } from '../../../files/write-files.js';
import { generateModules } from '../../../generate-modules.js';
import { loadConfig } from '../../../load-config.js';
import type { Host } from '../../host.js';

/** From this many modules on, progress is shown: it takes long enough for a person to wonder. */
const MANY = 20;

/** `bytewright generate`: brings the generated modules up to date and says what changed. */
export async function generate({ folder, stdout, stderr }: Host, file?: string): Promise<void> {
  const { config, modules } = await loadConfig(folder, file);
  let done = 0;
  const progress = (path: string): void => {
    done++;
    if (modules.length >= MANY && stderr.isTTY) stderr.write(`\r\u001b[K${done}/${modules.length} ${path}`);
  };
  const files = generateModules(modules, progress, { snapshots: true, ...config });
  if (modules.length >= MANY && stderr.isTTY) stderr.write('\r\u001b[K');
  const { written, removed } = writeFiles(folder, config.output, files);
  for (const path of written) stdout.write(`wrote ${path}\n`);
  for (const path of removed) stdout.write(`removed ${path}\n`);
  const same = files.length - written.length;
  stdout.write(
    `${files.length} files of ${done} modules: ${written.length} written, ${same} unchanged, ${removed.length} removed\n`,
  );
}
