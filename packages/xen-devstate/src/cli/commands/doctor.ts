import { gzipSync } from 'node:zlib';
import { diagnose } from '../../doctor/diagnose.js';
import type { Finding } from '../../doctor/finding.js';
import type { Fix } from '../../doctor/fix.js';
import { fix, isUnsound } from '../../doctor/fix.js';
import type { Target } from '../../doctor/target.js';
import { jsonText } from '../../document/quote-json.js';
import { CATALOG_NAMES } from '../../open/catalogs.js';
import { onlyFile, readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { count } from '../count.js';
import { TARGET_OPTIONS, targetOf } from '../doctor-target.js';
import type { LoadedDeviceState } from '../load.js';
import { loadDeviceState, nameOf } from '../load.js';
import { printable } from '../printable.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { writeFile } from '../write-file.js';

/** `devstate doctor`: why a file does not load. */
export const doctor: Command = {
  name: 'doctor',
  help: `Usage: devstate doctor FILE [--against OTHER]… [--machine TYPE] [--footers yes|no] [--fix -o OUT] [--json]

Says why a file does not load: damage (a file that is cut short, joined of two, with wrong footers), and, for a given target,
the first section that is not as it expects, where, what the target expects there and what the file holds, why that is so, what
to do, and what QEMU itself says. QEMU often names another section than the one at fault, or none, and takes many a wrong file
without a word.

      --against OTHER  the target: a file that it saved itself, started as it is to be for this one, which says most;
                       a catalog (${CATALOG_NAMES.join(', ')}), or a QEMU binary: what it can
                       load at all. May be given twice, for a machine and a QEMU
      --machine TYPE   the target's machine type with its version, such as pc-i440fx-2.3 or xenfv-3.1
      --footers WHAT   whether the target expects footers: yes or no
      --fix            write a file that the target takes, as far as that is sound: footers added or left out, fields left
                       out that it does not have, fields added that it has as its own file has them, what is behind the
                       end cut off. What is written is read again, and must be what was meant
  -o, --output OUT     where to
      --json           print a JSON object instead
${COMMON_HELP}

Exit codes: 0 nothing found, or all of it fixed, 1 something found, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      json: { type: 'boolean' },
      fix: { type: 'boolean' },
      output: { type: 'string', short: 'o' },
      ...TARGET_OPTIONS,
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const file = onlyFile(args);
    const output = args.get('output');
    if (args.has('fix') !== (output !== undefined)) throw new CommandError('--fix and -o OUT go together');
    const input = await loadDeviceState(file, args.limit, session.host);
    if (input.error !== undefined)
      throw new CommandError(`${nameOf(file)}: ${input.error.message}`, EXIT.problem);
    const target = await targetOf(args, session);
    const { findings } = await diagnose(input.bytes, target);
    const fixed = output === undefined ? undefined : await fixTo(output, input, target);
    const left = (fixed?.left ?? findings).filter(({ isHint }) => isHint !== true);
    if (args.has('json'))
      await session.out.line(
        jsonText({ file, findings, fixed: fixed && { done: fixed.done, left: fixed.left } }),
      );
    else for (const line of lines(file, findings, fixed)) await session.out.line(printable(line));
    return left.length === 0 ? EXIT.ok : EXIT.problem;
  },
};

/** @throws CommandError where nothing can be done, and where a change would not be sound */
async function fixTo(output: string, input: LoadedDeviceState, target: Target | undefined): Promise<Fix> {
  let fixed: Fix;
  try {
    fixed = await fix(input.bytes, target);
  } catch (error) {
    if (isUnsound(error)) throw new CommandError(`it cannot be fixed: ${error.message}`, EXIT.problem);
    throw error;
  }
  if (fixed.done.length === 0) return fixed;
  const isPacked = output.endsWith('.gz');
  if (input.container === undefined) await writeFile(output, isPacked ? gzipSync(fixed.bytes) : fixed.bytes);
  else
    await input.container.replace(fixed.bytes, (pieces) =>
      writeFile(output, isPacked ? gzipSync(Buffer.concat([...pieces])) : pieces),
    );
  return fixed;
}

function* lines(file: string, findings: readonly Finding[], fixed: Fix | undefined): Generator<string> {
  if (findings.length === 0) yield `${nameOf(file)}: nothing found`;
  const serious = findings.filter(({ isHint }) => isHint !== true);
  if (serious.length > 0)
    yield `${nameOf(file)}: ${count(serious.length, 'thing')} that the target would not take`;
  else if (findings.length > 0) yield `${nameOf(file)}: nothing that keeps it from being loaded`;
  for (const [i, finding] of findings.entries()) {
    yield '';
    yield* findingLines(finding, i);
  }
  if (fixed === undefined) return;
  yield '';
  if (fixed.done.length === 0) yield 'nothing that can be fixed; nothing was written';
  for (const done of fixed.done) yield `fixed: ${done}`;
  const left = fixed.left.filter(({ isHint }) => isHint !== true).length;
  if (left > 0) yield `${count(left, 'thing')} left`;
}

function* findingLines(finding: Finding, index: number): Generator<string> {
  const { section, cause, offset, expected, found, because, remedy, qemuSays, isHint } = finding;
  const where =
    section === undefined
      ? ''
      : ` in section ${section.index}, ${section.idstr}${section.instanceId === 0 ? '' : `#${section.instanceId}`} (id ${section.sectionId})`;
  yield `${index + 1}. ${cause}${isHint === true ? ' (a hint)' : ''}${where}, at byte ${offset}`;
  yield `   expected  ${expected}`;
  yield `   found     ${found}`;
  yield `   because   ${because}`;
  if (remedy !== undefined) yield `   do        ${remedy}`;
  if (qemuSays !== undefined) yield `   QEMU says ${qemuSays}`;
}
