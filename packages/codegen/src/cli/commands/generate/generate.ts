import type { GenerationCache } from '../../../cache/generation-cache.js';
import { replaceFile } from '../../../files/replace-file.js';
import { writeFiles } from '../../../files/write-files.js';
import type { Session } from '../../host.js';
import { generateProject } from './generate-project.js';
import { keepOutcome } from './keep-outcome.js';
import { withNotes } from './noting-session.js';
import { staying } from './staying.js';

/** From this many modules on, progress is shown: it takes long enough for a person to wonder. */
const MANY = 20;

/** `bytewright generate`: brings the generated modules up to date and says what changed. */
export async function generate(outer: Session, file?: string, cache?: GenerationCache): Promise<void> {
  const session = withNotes(outer);
  const { out, err, note } = session;
  let done = 0;
  const project = await generateProject(session, file, (path, count) => {
    done++;
    if (count >= MANY) err.status(`${done}/${count} ${path}`);
  });
  const { path: configuration, folder, config, modules, files, manifest, shown } = project;
  if (modules.length >= MANY) err.status();
  const { written, taken, removed, left } = writeFiles(folder, config.output, files, configuration);
  for (const path of written) await out.line(`wrote ${shown(path)}`);
  for (const path of removed) await out.line(`removed ${shown(path)}`);
  if (manifest !== undefined && manifest.stale.length > 0) {
    replaceFile(manifest.path, manifest.text);
    await out.line(`wrote ${shown(manifest.path)}: ${manifest.stale.length} of its exports`);
  }
  for (const { path, from } of taken)
    note(
      `${shown(path)} was generated for ${shown(from)} before; if both generate it, give one of them another output`,
    );
  for (const one of left) note(staying(one, shown));
  if (taken.length === 0 && left.length === 0) keepOutcome(cache, project, session);
  const same = files.length - written.length;
  const code = files.filter(({ path }) => path.endsWith('.ts')).length;
  await out.line(
    `${files.length} files of ${code} modules: ${written.length} written, ${same} unchanged, ${removed.length} removed`,
  );
}
