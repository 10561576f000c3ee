import { readFileSync } from 'node:fs';

/**
 * The version in a package.json.
 *
 * @example `versionOf(new URL('../../package.json', import.meta.url))` is `0.1.0`
 */
export function versionOf(manifest: URL): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown };
  return String(version);
}
