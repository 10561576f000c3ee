import type { UpToDate } from '../../../cache/generation-cache.js';
import type { Host } from '../../host.js';

/** What `generate` says where nothing is to be done. */
export function sayUnchanged({ files, modules, notes }: UpToDate, { stdout, stderr }: Host): void {
  for (const line of notes) stderr.write(line);
  stdout.write(`${files} files of ${modules} modules: 0 written, ${files} unchanged, 0 removed\n`);
}

/** What `generate --check` says there. */
export function sayUpToDate({ files, hasManifest, notes }: UpToDate, { stdout, stderr }: Host): void {
  for (const line of notes) stderr.write(line);
  stdout.write(`${files + (hasManifest ? 1 : 0)} files up to date\n`);
}
