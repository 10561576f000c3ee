import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/workspace.mjs';
import { StepError } from './report.mjs';

/**
 * The example of the README as files, taken from it and not copied: what readers see is what is tried.
 *
 * @typedef {object} ReadmeExample
 * @property {Record<string, string>} files by name: the schema, the configuration, its use, its law
 * @property {string} bytes what the README says is encoded, as hexadecimal digits
 * @property {string} message what the README says is thrown
 */

/** @returns {ReadmeExample} */
export function readmeExample() {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, section = ''] = readme.split('## Your own format\n');
  const [schema = '', config = '', use = '', law = ''] = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(
    ([, code = '']) => code,
  );
  const bytes = /^\/\/ ([0-9a-f |]+)$/m.exec(use)?.[1];
  const message = /^\/\/ DecodeError: (.*)$/m.exec(use)?.[1];
  if (bytes === undefined || message === undefined || !law.includes('laws(')) {
    throw new StepError('README.md has no example with bytes, an error and a law under "Your own format"');
  }
  const imports = [
    "import { SensorLog } from './sensor-log.js';",
    "import { decodeSensorLog, encodeSensorLog, sizeOfSensorLog } from './generated/sensor-log.js';",
  ];
  return {
    files: {
      'sensor-log.ts': schema,
      'bytewright.config.ts': config,
      'use.ts': use,
      // the README's last statement throws; up to there it gives bytes
      'bytes.ts': `${use.replace(/^decodeSensorLog\(.*/ms, '')}export { bytes };\n`,
      'laws.test.ts': `${imports.join('\n')}\n${law}`,
    },
    bytes: bytes.replaceAll(/[ |]/g, ''),
    message,
  };
}
