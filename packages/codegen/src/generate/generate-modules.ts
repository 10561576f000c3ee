import { withBanner } from '../emit/banner.js';
import { formatModule } from '../emit/format-module.js';
import type { GeneratedFile } from '../files/generated-file.js';
import type { SchemaModule } from '../plan/generation-plan.js';
import { printSnapshot } from '../snapshot/print-snapshot.js';
import { snapshotsOf } from '../snapshot/snapshots-of.js';
import { configurationOf, draftModules } from './draft-modules.js';
import type { GenerateOptions } from './generate-options.js';

/**
 * Generates the codec modules of a set of schema modules. The same schemas give the same text, byte for byte.
 *
 * @throws ConfigError where code cannot be generated, with all faults of all modules; what was thrown is in each
 */
export async function generateModules(
  modules: readonly SchemaModule[],
  progress: (path: string) => void = () => {},
  options: GenerateOptions = {},
): Promise<readonly GeneratedFile[]> {
  const { plans, modules: drafts } = draftModules(modules, progress, options);
  const codecs = await Promise.all(
    drafts.map(async ({ path, text, banner }) => ({
      path,
      text: withBanner(banner, await formatModule(text)),
    })),
  );
  const saved = options.snapshots === true ? snapshotsOf(plans) : [];
  return [
    ...codecs,
    ...saved.map(({ path, snapshot: { format, source, ...rest } }) => {
      const owner = configurationOf(path, options.configuration);
      const owned = owner === undefined ? {} : { configuration: owner };
      return { path, text: printSnapshot({ format, source, ...owned, ...rest }) };
    }),
  ];
}
