import { isDeepStrictEqual } from 'node:util';
import { isEncodeError } from '@bytewright/runtime';
import { openBy } from '../open/open-device-state.js';
import type { OpenedFile } from '../open/opened-file.js';
import { withSchemas } from '../open/opened-file.js';
import { withValue } from '../paths/with-value.js';
import type { AnyDeviceState } from '../schema/device-state-of.js';
import { diagnose } from './diagnose.js';
import { partnerOf } from './diagnose-capture.js';
import { factFieldsOf } from './diagnose-machine.js';
import type { Finding } from './finding.js';
import type { Target } from './target.js';

/** A file that was changed so that a target takes it, or why it was not. */
export interface Fix {
  readonly bytes: Uint8Array;
  /** What was done, a line each. */
  readonly done: readonly string[];
  /** What is left. */
  readonly left: readonly Finding[];
}

/** More rounds than there are findings of one file: a fix that does not end is none. */
const MOST_ROUNDS = 64;

/**
 * Changes a file as far as that is sound: footers, bytes behind the end, and fields that a fact of the machine decides about.
 * What the target lacks is left out; what it has besides is taken from its own capture, as it was there.
 *
 * Every step is encoded and read again: it must be the value that was meant.
 */
export async function fix(bytes: Uint8Array, target: Target | undefined): Promise<Fix> {
  let current = bytes;
  const done: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { file, findings } = await diagnose(current, target);
    const next = file && findings.find(({ canFix }) => canFix);
    const step = file && next && fixOne(file, next, target);
    if (file === undefined || step === undefined) return { bytes: current, done, left: findings };
    current = await encoded(file, step.value);
    done.push(step.says);
  }
  return { bytes: current, done, left: (await diagnose(current, target)).findings };
}

interface Step {
  readonly value: AnyDeviceState;
  readonly says: string;
}

function fixOne(file: OpenedFile, finding: Finding, target: Target | undefined): Step | undefined {
  const { value } = file.opened;
  if (finding.cause === 'footers') {
    const footers = !value.footers;
    return {
      value: { ...value, footers },
      says: footers ? 'a footer behind each section' : 'footers left out',
    };
  }
  if (finding.cause === 'trailing-bytes' || finding.cause === 'second-file')
    return {
      value: { ...value, trailing: new Uint8Array(0) },
      says: `${value.trailing.length} bytes behind the end left out`,
    };
  return fixFact(file, finding, target);
}

function fixFact(file: OpenedFile, finding: Finding, target: Target | undefined): Step | undefined {
  const section = finding.section && file.sections[finding.section.index];
  if (section === undefined || !finding.cause.startsWith('fact:')) return undefined;
  const partner = target?.capture && partnerOf(section, file, target.capture);
  const there = partner === undefined ? [] : factFieldsOf(partner);
  // one fact may rest on another, so the section's come and go together
  let value: unknown = file.opened.value;
  const says: string[] = [];
  for (const field of factFieldsOf(section)) {
    const other = there.find(({ path }) => path.join('.') === field.path.join('.'));
    const stated = target?.facts[field.fact];
    const expected = partner === undefined ? stated !== undefined && stated === field.when : other?.isPresent;
    if (expected === undefined || expected === field.isPresent) continue;
    const part = expected ? partOf(partner?.value.state, field.path) : undefined;
    if (expected && part === undefined) return undefined; // nothing says what would be there
    value = withValue(value, ['sections', section.index, 'state', ...field.path], part);
    says.push(expected ? `${field.wireName} added, as the target has it` : `${field.wireName} left out`);
  }
  if (says.length === 0) return undefined;
  return { value: value as AnyDeviceState, says: `${section.name}: ${says.join(', ')}` }; // the encoder looks at all of it
}

function partOf(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined),
    value,
  );
}

/** @throws EncodeError where the value is none that the file's own catalog has; TypeError where it would be read otherwise */
async function encoded(file: OpenedFile, value: AnyDeviceState): Promise<Uint8Array> {
  const { codec } = file.opened;
  const bytes = codec.encode(value);
  const again = await withSchemas(bytes, openBy(codec, bytes));
  if (!isDeepStrictEqual(again.opened.value, value))
    throw new TypeError('with that change the file would be read as something else');
  return bytes;
}

/** Whether an error says that a fix is none. */
export function isUnsound(error: unknown): error is Error {
  return isEncodeError(error) || error instanceof TypeError;
}
