import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { doorsOf } from '../lib/doors.mjs';
import { execute } from './lab.mjs';
import { StepError } from './report.mjs';

/** What a door needs that its package does not bring, as the package's README says. */
const PEERS = new Map([
  ['@bytewright/schema-dsl/testing', ['fast-check']],
  ['@bytewright/schema-dsl/diff/trials', ['fast-check']],
  ['@bytewright/schema-dsl/testing/vitest', ['fast-check', 'vitest']],
]);

/**
 * The doors of an installed package, behind wildcards too.
 *
 * @param {string} folder the project
 * @param {string} name the package
 * @param {readonly string[]} peers what the project has of what doors need; doors that need more are left out
 * @returns {string[]} what is imported
 */
export function installedDoors(folder, name, peers = []) {
  const home = join(folder, 'node_modules', name);
  const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return doorsOf(home, name, exports)
    .map(({ specifier }) => specifier)
    .filter((specifier) => (PEERS.get(specifier) ?? []).every((peer) => peers.includes(peer)));
}

/**
 * Imports doors from within a project.
 *
 * @param {string} folder the project
 * @param {string} node the Node that does it
 * @param {readonly string[]} specifiers the doors
 * @throws {StepError} where one cannot be imported, or has nothing behind it
 */
export async function importDoors(folder, node, specifiers) {
  const script = join(folder, 'import-doors.mjs');
  writeFileSync(
    script,
    `let count = 0;
for (const door of ${JSON.stringify(specifiers)}) {
  try {
    if (Object.keys(await import(door)).length >= 0) count += 1;
  } catch (error) {
    console.log(\`\${door}: \${error.message}\`);
  }
}
console.log(\`\${count} imported\`);
`,
  );
  const output = await execute(folder, node, [node, script]);
  if (specifiers.length === 0 || output !== `${specifiers.length} imported\n`) {
    throw new StepError(`of ${specifiers.length} doors:\n${output}`);
  }
}
