import type { Outcome } from './cell.js';
import { CONSTRUCTS } from './constructs.js';
import { POSITIONS } from './positions.js';
import { refusalTemplate } from './refusal-template.js';
import { RELATIONS } from './relations.js';

/** A cell's key: the relation, the construct and the position. */
export const cellKey = (relation: string, construct: string, position: string): string =>
  [relation, construct, position].join(' | ');

const HEAD = `# Constructs, relations, positions

Every construct of the language in every relation, in every place that a struct or a field can have. A program makes a small schema
for each cell, tries it with the interpreter and with generated code on valid values, broken values, damaged encodings and random
bytes, has the compiler check its types, and writes this table:

\`\`\`sh
npm run constructs            # writes it anew
npm run constructs -- --check # reports the cells that changed; \`npm test\` tries a part of the cells
\`\`\`

| cell | meaning |
|---|---|
| ok | both readings agree on values, bytes and errors, what decodes is encoded to the same bytes, and TypeScript accepts schema and code |
| T | TypeScript refuses the schema: the relation is not for values of this type |
| – | the relation compares with a value, and the construct has no value that could be written down |
| N: … | nothing is wrong with the definition, but no bytes fulfil it, for the reason that is said |
| R… | the definition is refused; the reasons stand at the end |

The first columns say where the struct with the relation stands: it is the root, an element of a list, an arm of a union, in
\`sized\`, \`at\`, \`tail\` or \`optional\`, or below a bound parameter. In the others, such as \`at(x)\`, the field itself stands there.
`;

/** The number of each reason for which a definition is refused, in the order of the table. */
type Reasons = Map<string, { readonly number: number; readonly example: string; cells: number }>;

/** The whole table as Markdown, and the cells that may not stand in it: faults, and schemas that no value fulfils. */
export function printTable(outcomes: ReadonlyMap<string, Outcome>): string {
  const reasons: Reasons = new Map();
  const sections = Object.keys(RELATIONS).map((relation) => section(relation, outcomes, reasons));
  const legend = [...reasons].map(
    ([template, { number, example, cells }]) =>
      `| R${number} | ${cells} | ${escaped(template)} | \`${escaped(example)}\` |`,
  );
  return [
    HEAD,
    ...sections,
    `## Why definitions are refused\n\n| | cells | what the error says | one of the schemas |\n|---|---|---|---|\n${legend.join('\n')}\n`,
  ].join('\n');
}

function section(relation: string, outcomes: ReadonlyMap<string, Outcome>, reasons: Reasons): string {
  const positions = Object.keys(POSITIONS);
  const rows = Object.keys(CONSTRUCTS).map((construct) => {
    const cells = positions.map((position) =>
      cellText(outcomes.get(cellKey(relation, construct, position)), reasons),
    );
    return `| ${construct} | ${cells.join(' | ')} |`;
  });
  return `## ${relation[0]?.toUpperCase()}${relation.slice(1)}\n\n| | ${positions.join(' | ')} |\n|---|${'---|'.repeat(positions.length)}\n${rows.join('\n')}\n`;
}

function cellText(outcome: Outcome | undefined, reasons: Reasons): string {
  if (outcome === undefined) return '';
  return outcome.kind === 'refused' ? `R${reasonOf(outcome, reasons)}` : cellWord(outcome);
}

/** What stands in a cell; for a definition that is refused, the reason itself. */
export function cellWord(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'holds':
      return 'ok';
    case 'types':
      return 'T';
    case 'without-values':
      return '–';
    case 'refused':
      return refusalTemplate(outcome.message);
    case 'unfulfillable':
      return `N: ${outcome.reason}`;
    case 'no-values':
      return '**no value**';
    case 'fault':
      return '**fault**';
  }
}

function reasonOf({ message, schema }: Extract<Outcome, { kind: 'refused' }>, reasons: Reasons): number {
  const template = refusalTemplate(message);
  const known = reasons.get(template);
  if (known !== undefined) {
    known.cells++;
    return known.number;
  }
  const number = reasons.size + 1;
  reasons.set(template, { number, example: schema, cells: 1 });
  return number;
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');
