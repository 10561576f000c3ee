import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The programs that judge our files, and the Debian packages that have them. */
export const ORACLES = Object.freeze({
  capinfos: 'wireshark-common',
  gzip: 'gzip',
  pngcheck: 'pngcheck',
  pngfix: 'libpng-tools',
  python3: 'python3',
  'qemu-system-x86_64': 'qemu-system-x86',
  readelf: 'binutils',
  tcpdump: 'tcpdump',
  unzip: 'unzip',
  zipinfo: 'unzip',
});

/**
 * What a program made of a file.
 *
 * @typedef {object} Verdict
 * @property {number} code its exit code
 * @property {string} output stdout and stderr, as UTF-8
 */

/**
 * Shows bytes to a program, as a file of the given name in a folder of its own.
 *
 * @param {keyof typeof ORACLES} program what judges
 * @param {readonly string[]} args its arguments; `FILE` stands for the file's path
 * @param {Uint8Array} bytes the file
 * @param {string} name the file's name, as programs look at its ending
 * @returns {Verdict} what it said
 * @throws {Error} where the program is not installed: nothing has been judged then
 */
export function runOracle(program, args, bytes, name) {
  const folder = mkdtempSync(join(tmpdir(), 'bytewright-oracle-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { error, status, stdout, stderr } = spawnSync(
      program,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    );
    if (error !== undefined) {
      throw new Error(
        `${program} cannot be run (${error.message}); it is in the Debian package ${ORACLES[program]}`,
      );
    }
    return { code: status ?? -1, output: (stdout + stderr).replaceAll(folder, '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
