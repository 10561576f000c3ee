import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** Where lines are broken, so that a place in an error's stack is a line and not a file. */
const LINE = 120;

/**
 * Makes modules shorter for those who install them: what comments say stands in the declarations beside, and nobody reads the
 * code itself but a debugger. Names stay.
 *
 * @param {string} folder with modules, at any depth; nothing happens where there is none
 */
export async function shortenModules(folder) {
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(folder, path));
  await Promise.all(
    paths.map(async (path) => {
      const { code } = await transform(readFileSync(path, 'utf8'), {
        ...{ loader: 'js', format: 'esm', target: 'es2022', charset: 'utf8' },
        ...{ minifyWhitespace: true, lineLimit: LINE, legalComments: 'none' },
      });
      writeFileSync(path, code);
    }),
  );
}
