import type { Colors } from '@bytewright/cli';
import { count, printable } from '@bytewright/cli';
import type { InflatedInput } from '../containers/input/inflate.js';
import type { Diagnosis, Finding, Forecast } from '../doctor/diagnosis.js';
import { nameSection } from '../doctor/diagnosis.js';
import { inflatedSize } from './inflated-size.js';
import { nameOf } from './load.js';

/** The maximum number of notices to print: with more, the target is simply another machine. */
const MOST_NOTICES = 12;

/** A diagnosis in readable form. */
export function* diagnosisLines(
  name: string,
  diagnosis: Diagnosis,
  { members }: Pick<InflatedInput, 'members'>,
  colors: Colors,
): Generator<string> {
  const { file, target, findings, forecast } = diagnosis;
  const footers = file.footers === null ? '' : `, ${file.footers ? 'with' : 'without'} footers`;
  const reading = file.catalog === null ? 'damaged' : `decoded as ${file.catalog}`;
  yield `${nameOf(name)}: ${inflatedSize(file.size, { gzip: members > 1, members })}, ${count(file.sections, 'section')}${footers}, ${reading}\n`;
  if (target !== null) yield `for ${printable(target)}\n`;
  const faults = findings.filter(({ level }) => level === 'fault');
  const notices = findings.filter(({ level }) => level === 'notice');
  for (const [i, fault] of faults.entries()) {
    yield '\n';
    yield* faultLines(fault, i + 1, colors);
  }
  if (notices.length > 0) yield '\n';
  for (const notice of notices.slice(0, MOST_NOTICES)) yield `note: ${printable(noticeText(notice))}\n`;
  if (notices.length > MOST_NOTICES) yield `and ${notices.length - MOST_NOTICES} more notes\n`;
  yield '\n';
  if (forecast !== null) yield* forecastLines(forecast);
  if (faults.length === 0) yield `${colors.green('no faults found')}\n`;
  else yield `${colors.red(`${count(faults.length, 'fault')} found`)}; fix the first one first\n`;
}

function* faultLines(
  { cause, section, offset, expected, found, why, advice, source }: Finding,
  number: number,
  colors: Colors,
): Generator<string> {
  const place = section === null ? 'the file' : nameSection(section);
  const at = offset === null || offset === section?.offset ? '' : `; byte ${offset}`;
  yield `${number}. ${colors.bold(cause)}: ${printable(`${place}${at}`)}\n`;
  yield `   expected  ${printable(expected)}\n`;
  yield `   found     ${printable(found)}\n`;
  yield `   why       ${printable(why)}\n`;
  for (const [i, line] of advice.entries()) yield `   ${i === 0 ? 'do  ' : '    '}      ${printable(line)}\n`;
  if (source !== null) yield `   source    ${printable(source)}\n`;
}

function noticeText({ cause, section, expected, found, why }: Finding): string {
  if (cause === 'stays-at-reset') return `the target's ${expected} keeps its reset state: ${found}`;
  return `${section === null ? 'the file' : nameSection(section)}: ${found}; ${why}`;
}

function* forecastLines({ outcome, says, section, offset }: Forecast): Generator<string> {
  const where = section === null ? '' : `, in or after ${nameSection(section)}`;
  if (outcome === 'loads') yield 'QEMU will load it\n';
  else if (outcome === 'misreads')
    yield printable(`QEMU will misread it without an error: it stops at byte ${offset}${where}`).concat('\n');
  else {
    yield printable(`QEMU will refuse it at byte ${offset}${where}:`).concat('\n');
    for (const line of says) yield `  ${printable(line)}\n`;
  }
}
