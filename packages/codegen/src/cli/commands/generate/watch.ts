import { spawn } from 'node:child_process';
import type { FSWatcher } from 'node:fs';
import { watch as watchPath } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ExitCode } from '@bytewright/cli';
import { EXIT } from '@bytewright/cli';
import { loadConfig } from '../../../load/load-config.js';
import type { Session } from '../../host.js';

/** Editors write a file in several steps; this many milliseconds of quiet end one change. */
const QUIET = 100;

/**
 * `bytewright generate --watch`: generates, then again whenever something changes beside a schema module. Each
 * run is a process of its own, so that no module is kept from an earlier one.
 */
export async function watch({ host: { folder: from }, out }: Session, file?: string): Promise<ExitCode> {
  const { folder, config, modules } = await loadConfig(from, file);
  const output = resolve(folder, config.output);
  const folders = new Set([folder, ...modules.map((module) => dirname(resolve(folder, module.source)))]);
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  const run = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const args = [
      ...process.execArgv,
      process.argv[1] ?? '',
      'generate',
      ...(file === undefined ? [] : ['--config', file]),
    ];
    spawn(process.execPath, args, { cwd: from, stdio: 'inherit' }).on('exit', () => {
      running = false;
      if (again) {
        again = false;
        run();
      }
    });
  };

  const watchers = [...folders].map(
    (path): FSWatcher =>
      watchPath(path, (_, name) => {
        if (name === null || !name.endsWith('.ts') || resolve(path, name).startsWith(output)) return;
        clearTimeout(timer);
        timer = setTimeout(run, QUIET);
      }),
  );
  await out.line(`watching ${[...folders].map((path) => path.slice(folder.length + 1) || '.').join(', ')}`);
  run();
  return new Promise((done) => {
    process.once('SIGINT', () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      done(EXIT.yes);
    });
  });
}
