import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package. */
export const PACKAGE: string = fileURLToPath(new URL('../..', import.meta.url));

/** The package's sources, by their path in `src` with slashes: `errors/at-path.ts`. */
export function readSources(): ReadonlyMap<string, string> {
  const root = join(PACKAGE, 'src');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}
