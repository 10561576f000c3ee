import type { GenerationCache } from '../../../cache/generation-cache.js';
import { replaceFile } from '../../../files/replace-file.js';
import { writeFiles } from '../../../files/write-files.js';
import type { Host } from '../../host.js';
import { note } from '../../note.js';
import { generateProject } from './generate-project.js';
import { keepOutcome, withNotes } from './keep-outcome.js';
import { staying } from './staying.js';

/** From this many modules on, progress is shown: it takes long enough for a person to wonder. */
const MANY = 20;

/** `bytewright generate`: brings the generated modules up to date and says what changed. */
export async function generate(outer: Host, file?: string, cache?: GenerationCache): Promise<void> {
  const host = withNotes(outer);
  const { stdout, stderr } = host;
  let done = 0;
  const isShown = (count: number): boolean => count >= MANY && stderr.isTTY === true;
  const project = await generateProject(host, file, (path, count) => {
    done++;
    if (isShown(count)) stderr.write(`\r\u001b[K${done}/${count} ${path}`);
  });
  const { path: configuration, folder, config, modules, files, manifest, shown } = project;
  if (isShown(modules.length)) stderr.write('\r\u001b[K');
  const { written, taken, removed, left } = writeFiles(folder, config.output, files, configuration);
  for (const path of written) stdout.write(`wrote ${shown(path)}\n`);
  for (const path of removed) stdout.write(`removed ${shown(path)}\n`);
  if (manifest !== undefined && manifest.stale.length > 0) {
    replaceFile(manifest.path, manifest.text);
    stdout.write(`wrote ${shown(manifest.path)}: ${manifest.stale.length} of its exports\n`);
  }
  for (const { path, from } of taken)
    note(
      host,
      `${shown(path)} was generated for ${shown(from)} before; if both generate it, give one of them another output`,
    );
  for (const one of left) note(host, staying(one, shown));
  if (taken.length === 0 && left.length === 0) keepOutcome(cache, project, host);
  const same = files.length - written.length;
  const code = files.filter(({ path }) => path.endsWith('.ts')).length;
  stdout.write(
    `${files.length} files of ${code} modules: ${written.length} written, ${same} unchanged, ${removed.length} removed\n`,
  );
}
