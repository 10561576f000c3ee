import type { UpToDate } from '../../../cache/generation-cache.js';
import type { Session } from '../../host.js';

/** What `generate` says where nothing is to be done. */
export async function sayUnchanged(
  { files, modules, notes }: UpToDate,
  { out, err }: Session,
): Promise<void> {
  for (const line of notes) await err.write(line);
  await out.line(`${files} files of ${modules} modules: 0 written, ${files} unchanged, 0 removed`);
}

/** What `generate --check` says there. */
export async function sayUpToDate(
  { files, hasManifest, notes }: UpToDate,
  { out, err }: Session,
): Promise<void> {
  for (const line of notes) await err.write(line);
  await out.line(`${files + (hasManifest ? 1 : 0)} files up to date`);
}
