import type { GenerationCache } from '../../../cache/generation-cache.js';
import { compareFiles } from '../../../files/compare-files.js';
import { surveyOutput } from '../../../files/survey-output.js';
import type { Session } from '../../host.js';
import { generateProject } from './generate-project.js';
import { keepOutcome } from './keep-outcome.js';
import { withNotes } from './noting-session.js';
import { staying } from './staying.js';

/** `bytewright generate --check`: whether all generated code is what the schemas give; lists what is not. */
export async function check(outer: Session, file?: string, cache?: GenerationCache): Promise<boolean> {
  const session = withNotes(outer);
  const { out, note } = session;
  const project = await generateProject(session, file);
  const { path: configuration, folder, config, files, manifest, shown } = project;
  const stale = compareFiles(folder, config.output, files, configuration);
  for (const { path, why, structs = [], configuration: other } of stale) {
    const what = other === undefined ? listed(structs) : shown(other);
    await out.line(`stale: ${shown(path)} (${why}${what === '' ? '' : `: ${what}`})`);
  }
  const paths = manifest?.stale ?? [];
  if (manifest !== undefined && paths.length > 0)
    await out.line(
      `stale: ${shown(manifest.path)} (exports do not lead to the generated code: ${listed(paths)})`,
    );
  const { left } = surveyOutput(folder, config.output, files, configuration);
  for (const one of left) note(staying(one, shown));
  const count = stale.length + (paths.length > 0 ? 1 : 0);
  const all = files.length + (manifest === undefined ? 0 : 1);
  if (count === 0) {
    await out.line(`${all} files up to date`);
    if (left.length === 0) keepOutcome(cache, project, session);
  } else {
    const command = `bytewright generate${file === undefined ? '' : ` --config ${file}`}`;
    await out.line(`${count} of ${all} files are stale; run: ${command}`);
  }
  return count === 0;
}

/** Names that a line has room for. */
const LISTED = 6;

function listed(names: readonly string[]): string {
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return `${names.slice(0, LISTED).join(', ')}${more}`;
}
