import type { Colors } from '@bytewright/cli';
import { count, printable } from '@bytewright/cli';
import type {
  DeviceDifference,
  SentByOne,
  SidesComparison,
  StructDifference,
} from '../compare/compare-sides.js';
import { describeSize } from '../compare/describe-field.js';
import type { Outcome, Verdict } from '../compare/verdict.js';
import type { WireChange } from '../compare/wire-change.js';

/** A comparison in readable form, in pieces of text. */
export function* comparisonLines(
  comparison: SidesComparison,
  colors: Colors,
  isAsked: boolean,
): Generator<string> {
  const { before, after, devices, parts, renames, sent, removed, added, unchanged } = comparison;
  yield `${printable(before.title)} → ${printable(after.title)}\n`;
  for (const device of devices) yield* deviceLines(device, comparison, colors);
  if (parts.length > 0) {
    yield '\nShared by several devices:\n';
    for (const part of parts) {
      yield* structLines(part, colors, '  ', true);
      yield `    in ${part.devices.map(printable).join(', ')}\n`;
    }
  }
  if (renames.length > 0) {
    yield '\nRenamed or retyped without a change on the wire:\n';
    for (const { struct, changes } of renames)
      for (const change of changes) yield `  ${printable(struct)}: ${changeText(change)}\n`;
  }
  if (sent.length > 0) {
    yield '\nSubsections that both sides define but only one sent:\n';
    for (const one of sent) yield `  ${printable(sentText(one, comparison))}\n`;
  }
  yield* only(before, removed, after, '--module-b');
  yield* only(after, added, before, '--module-a');
  if (isAsked)
    for (const { device, subsections } of unchanged) {
      yield `\n${colors.bold(printable(device))}: no difference on the wire\n`;
      if (subsections.length > 0)
        yield `  Both define these subsections, which are sent only if the state requires them: ${subsections.map(printable).join(', ')}\n`;
    }
  yield `\n${summary(comparison)}\n`;
}

/** A one-line summary. */
export function summary({ devices, unchanged }: SidesComparison): string {
  const compared = devices.length + unchanged.length;
  if (devices.length === 0)
    return `no difference on the wire in the ${count(compared, 'device')} that both sides have`;
  return `${devices.length} of ${count(compared, 'device')} that both sides have differ on the wire`;
}

/** Describes a subsection that only one machine sent, on one line. */
export function sentText({ device, subsection, by }: SentByOne, { before, after }: SidesComparison): string {
  return `${device}: ${subsection}, by ${(by === 'before' ? before : after).name}`;
}

function* only(
  side: SidesComparison['before'],
  devices: readonly string[],
  other: SidesComparison['before'],
  option: string,
): Generator<string> {
  if (devices.length === 0) return;
  yield `\nOnly in ${printable(side.name)}: ${devices.map(printable).join(', ')}\n`;
  if (other.kind === 'tables')
    yield `  (Some devices may be in modules that ${printable(other.name)} loads: pass these with ${option}.)\n`;
}

function* deviceLines(
  { device, structs, parts, resized, forward, backward }: DeviceDifference,
  { before, after }: SidesComparison,
  colors: Colors,
): Generator<string> {
  yield `\n${colors.bold(printable(device))}\n`;
  for (const { field, before: old, after: now } of resized)
    yield `  ${printable(field)}: ${old} → ${count(now, 'byte')}, with one element in each array\n`;
  for (const struct of structs) yield* structLines(struct, colors, '  ', struct.struct !== device);
  if (parts.length > 0) yield `  see below: ${[...new Set(parts)].map(printable).join(', ')}\n`;
  yield* verdictLines(`${before.name} → ${after.name}`, forward, colors);
  yield* verdictLines(`${after.name} → ${before.name}`, backward, colors);
}

function* structLines(
  { struct, before, after, changes }: StructDifference,
  colors: Colors,
  indent: string,
  isNamed: boolean,
): Generator<string> {
  const [old, now] = [describeSize(before), describeSize(after)];
  if (isNamed) yield `${indent}${printable(struct)}${old === now ? '' : ` (${old} → ${now})`}\n`;
  const inside = isNamed ? `${indent}  ` : indent;
  for (const change of changes) {
    const text = changeText(change);
    const colored =
      change.before === undefined ? colors.green(text) : change.after === undefined ? colors.red(text) : text;
    yield `${inside}${colored}\n`;
  }
}

function* verdictLines(way: string, { outcome, reasons }: Verdict, colors: Colors): Generator<string> {
  const [only, ...more] = reasons;
  const head = `  ${printable(way)}: ${COLORS[outcome](colors)(outcome)}`;
  if (more.length === 0) yield `${head}${only === undefined ? '' : `: ${printable(only)}`}\n`;
  else {
    yield `${head}:\n`;
    for (const reason of reasons) yield `    ${printable(reason)}\n`;
  }
}

const COLORS: Readonly<Record<Outcome, (colors: Colors) => (text: string) => string>> = {
  survives: ({ green }) => green,
  depends: ({ yellow }) => yellow,
  'loads wrongly': ({ red }) => red,
  fails: ({ red }) => red,
};

/** Describes a change on one line. */
export function changeText({ kind, field = '', before = '', after = '' }: WireChange): string {
  const name = printable(field);
  const [old, now] = [printable(before), printable(after)];
  switch (kind) {
    case 'field-added':
      return `+ ${name}: ${now}`;
    case 'field-removed':
      return `- ${name}: ${old}`;
    case 'subsection-added':
      return `+ subsection ${name}, ${now}`;
    case 'subsection-removed':
      return `- subsection ${name}, ${old}`;
    case 'field-renamed':
      return `${old} renamed to ${now}`;
    case 'field-moved':
      return `${name} moved`;
    case 'regrouped':
      return `${old} regrouped as ${now}`;
    case 'no-longer-used':
      return `${name} (${old}) is now unused`;
    case 'used-again':
      return `${name} (${now}) uses bytes that were unused`;
    case 'version':
      return `version ${old} → ${now}`;
    case 'minimum-version':
      return `minimum version: ${old} → ${now}`;
    case 'count-changed':
    case 'condition-changed':
    case 'field-resized':
    case 'field-retyped':
      return `${name}: ${old} → ${now}`;
  }
}
