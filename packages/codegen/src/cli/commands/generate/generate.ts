import { writeFiles } from '../../../files/write-files.js';
import { generateModules } from '../../../generate-modules.js';
import { loadConfig } from '../../../load-config.js';
import type { Host } from '../../host.js';
import { note } from '../../note.js';
import { staying } from './staying.js';

/** From this many modules on, progress is shown: it takes long enough for a person to wonder. */
const MANY = 20;

/** `bytewright generate`: brings the generated modules up to date and says what changed. */
export async function generate(host: Host, file?: string): Promise<void> {
  const { stdout, stderr } = host;
  const { path: configuration, folder, config, modules } = await loadConfig(host.folder, file);
  let done = 0;
  const progress = (path: string): void => {
    done++;
    if (modules.length >= MANY && stderr.isTTY) stderr.write(`\r\u001b[K${done}/${modules.length} ${path}`);
  };
  const files = generateModules(modules, progress, { snapshots: true, ...config, configuration });
  if (modules.length >= MANY && stderr.isTTY) stderr.write('\r\u001b[K');
  const { written, taken, removed, left } = writeFiles(folder, config.output, files, configuration);
  for (const path of written) stdout.write(`wrote ${path}\n`);
  for (const path of removed) stdout.write(`removed ${path}\n`);
  for (const { path, from } of taken)
    note(
      host,
      `${path} was generated for ${from} before; if both generate it, give one of them another output`,
    );
  for (const one of left) note(host, staying(one));
  const same = files.length - written.length;
  stdout.write(
    `${files.length} files of ${done} modules: ${written.length} written, ${same} unchanged, ${removed.length} removed\n`,
  );
}
