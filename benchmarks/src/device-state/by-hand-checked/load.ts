import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withChecks } from './with-checks.js';

type ByHand = typeof import('../by-hand/device-state.js');

/** What has to be written with checks of its own. */
const ARRAYS = fileURLToPath(new URL('./arrays.js', import.meta.url));
const CHECKS = fileURLToPath(new URL('./checks.js', import.meta.url));

/** The code by hand as one module, with the checks that generated code makes put into it: see {@link withChecks}. */
export async function bundleByHandChecked(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../by-hand/device-state.js', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'checks',
        setup: ({ onLoad, onResolve }) => {
          onResolve({ filter: /\/arrays\.js$/ }, ({ importer }) =>
            importer === ARRAYS ? undefined : { path: ARRAYS },
          );
          onLoad({ filter: /[\\/]by-hand[\\/](?:devices[\\/].*|section|device-state)\.js$/ }, ({ path }) => ({
            contents: checked(readFileSync(path, 'utf8')),
          }));
          onLoad({ filter: /[\\/]by-hand[\\/]writing\.js$/ }, ({ path }) => ({
            contents: checked(withCheckedTexts(readFileSync(path, 'utf8'))),
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

function checked(source: string): string {
  return `import { keys, wrong } from ${JSON.stringify(CHECKS)};\n${withChecks(source)}`;
}

/** Bytes must be bytes, and names of printable ASCII. */
function withCheckedTexts(source: string): string {
  return source
    .replace('if (value.length !== size)', 'if (!(value instanceof Uint8Array) || value.length !== size)')
    .replace(
      'w.bytes[at + i] = text.charCodeAt(i);',
      "{ const c = text.charCodeAt(i); if (c < 0x20 || c > 0x7e) throw new RangeError('no name'); w.bytes[at + i] = c; }",
    );
}

/** Loads it. */
export async function loadByHandChecked(): Promise<Pick<ByHand, 'decodeByHand' | 'encodeByHand'>> {
  const bundle = await bundleByHandChecked();
  const url = `data:text/javascript;base64,${Buffer.from(bundle).toString('base64')}`;
  const module = (await import(url)) as ByHand; // the same module, with checks in it
  refusesWhatIsWrong(module);
  return module;
}

/** Sees that the checks are there: the compiler may print code otherwise one day. */
function refusesWhatIsWrong({ encodeByHand }: Pick<ByHand, 'encodeByHand'>): void {
  const section = { sectionId: 2 ** 32, idstr: 'timer', instanceId: 0, versionId: 2 };
  const value = { footers: false, sections: [section], trailing: new Uint8Array(0) };
  try {
    encodeByHand(value as never); // wrong on purpose
  } catch (error) {
    if (error instanceof RangeError) return;
  }
  throw new Error('No check was put into the code by hand');
}
