import { count, printable } from '@bytewright/cli';
import type { SidesComparison, StructDifference } from '../compare/compare-sides.js';
import { describeSize } from '../compare/describe-field.js';
import type { Verdict } from '../compare/verdict.js';
import { changeText, sentText, summary } from './comparison-lines.js';

/** A comparison as Markdown, in pieces of text: a table of devices, then the differences of each. */
export function* comparisonMarkdown(comparison: SidesComparison): Generator<string> {
  const { before, after, devices, parts, renames, sent, removed, added } = comparison;
  yield `# ${text(before.name)} → ${text(after.name)}\n\n`;
  yield `${text(before.title)} → ${text(after.title)}: ${summary(comparison)}.\n`;
  if (devices.length > 0) {
    yield `\n| device | ${text(before.name)} → ${text(after.name)} | ${text(after.name)} → ${text(before.name)} |\n| --- | --- | --- |\n`;
    for (const { device, forward, backward } of devices)
      yield `| ${code(device)} | ${forward.outcome} | ${backward.outcome} |\n`;
  }
  for (const { device, structs, parts: shared, resized, forward, backward } of devices) {
    yield `\n## ${code(device)}\n\n`;
    for (const { field, before: old, after: now } of resized)
      yield `- ${code(field)}: ${old} → ${count(now, 'byte')}, with one element in each array\n`;
    for (const struct of structs) yield* structItems(struct);
    if (shared.length > 0) yield `- see below: ${[...new Set(shared)].map(code).join(', ')}\n`;
    yield `\n${text(before.name)} → ${text(after.name)}: ${verdictText(forward)}\n`;
    yield `\n${text(after.name)} → ${text(before.name)}: ${verdictText(backward)}\n`;
  }
  if (parts.length > 0) yield '\n## Shared by several devices\n\n';
  for (const part of parts) {
    yield* structItems(part);
    yield `  - in ${part.devices.map(code).join(', ')}\n`;
  }
  if (renames.length > 0) yield '\n## Renamed or retyped without a change on the wire\n\n';
  for (const { struct, changes } of renames)
    for (const change of changes) yield `- ${code(struct)}: ${text(changeText(change))}\n`;
  if (sent.length > 0) yield '\n## Subsections that both sides define but only one sent\n\n';
  for (const one of sent) yield `- ${text(sentText(one, comparison))}\n`;
  if (removed.length > 0) yield `\nOnly in ${text(before.name)}: ${removed.map(code).join(', ')}\n`;
  if (added.length > 0) yield `\nOnly in ${text(after.name)}: ${added.map(code).join(', ')}\n`;
}

function* structItems({ struct, before, after, changes }: StructDifference): Generator<string> {
  const [old, now] = [describeSize(before), describeSize(after)];
  yield `- ${code(struct)}${old === now ? '' : ` (${old} → ${now})`}\n`;
  for (const change of changes) yield `  - ${code(changeText(change))}\n`;
}

function verdictText({ outcome, reasons }: Verdict): string {
  const all = reasons.map((reason) => `\n- ${text(reason)}`).join('');
  return `**${outcome}**${all === '' ? '' : `\n${all}`}`;
}

/** Escapes everything that has a meaning in Markdown. */
function text(plain: string): string {
  return printable(plain).replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

function code(plain: string): string {
  return `\`${printable(plain).replaceAll('`', "'").replaceAll('|', '¦')}\``;
}
