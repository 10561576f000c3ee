import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What encodes a device state: the function of `@bytewright/xen-devstate/qemu-7.2`. */
type Encode = typeof import('@bytewright/xen-devstate/qemu-7.2').encodeDeviceState;

/** The same generated code twice, each bundled into one module: as it is, and with no look at the keys of values. */
export interface KeyChecks {
  readonly withChecks: Encode;
  readonly withoutChecks: Encode;
}

/** Makes both bundles and loads them. */
export async function keyChecks(): Promise<KeyChecks> {
  const folder = mkdtempSync(join(tmpdir(), 'bytewright-bench-'));
  try {
    return {
      withChecks: await bundled(join(folder, 'with.mjs'), false),
      withoutChecks: await bundled(join(folder, 'without.mjs'), true),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundled(outfile: string, isUnchecked: boolean): Promise<Encode> {
  await build({
    entryPoints: [fileURLToPath(import.meta.resolve('@bytewright/xen-devstate/qemu-7.2'))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
    plugins: isUnchecked
      ? [
          {
            name: 'keys unchecked',
            setup: ({ onLoad }) =>
              onLoad({ filter: /[\\/]check-keys\.js$/ }, () => ({
                contents: 'export const checkKeys = () => false;',
              })),
          },
        ]
      : [],
  });
  // the module that was just made from the package, so it has the package's type
  const module = (await import(pathToFileURL(outfile).href)) as { readonly encodeDeviceState: Encode };
  return module.encodeDeviceState;
}
