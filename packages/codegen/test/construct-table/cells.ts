import type { Outcome } from './cell.js';
import { definitionOf, schemaText, tryCell } from './cell.js';
import { CONSTRUCTS } from './constructs.js';
import { noValuesReason, samplesOf } from './no-values.js';
import { POSITIONS } from './positions.js';
import { RELATIONS } from './relations.js';
import { cellKey } from './table.js';
import { codeFaultsOf, typeFaultsOf } from './types-of-cells.js';

/** The schemas of all cells, by their keys; undefined where the construct has no value to relate to. */
export function allCells(): ReadonlyMap<string, string | undefined> {
  const cells = new Map<string, string | undefined>();
  for (const [relation, told] of Object.entries(RELATIONS))
    for (const [construct, made] of Object.entries(CONSTRUCTS))
      for (const [position, placed] of Object.entries(POSITIONS))
        cells.set(cellKey(relation, construct, position), schemaText(made, told, placed));
  return cells;
}

/** What becomes of the chosen cells: with both readings, and by the compiler. */
export function cellsOf(
  isChosen: (key: string) => boolean,
  runs: number,
  onProgress: (done: number, all: number) => void = () => {},
): ReadonlyMap<string, Outcome> {
  const chosen = [...allCells()].filter(([key]) => isChosen(key));
  const schemas = chosen.flatMap(([, schema]) => (schema === undefined ? [] : [schema]));
  const typeFaults = typeFaultsOf(schemas);
  const outcomes = new Map<string, Outcome>();
  for (const [key, schema] of chosen) {
    outcomes.set(key, explained(key, outcomeOf(key, schema, typeFaults, runs)));
    onProgress(outcomes.size, chosen.length);
  }
  const texts = new Map(
    [...outcomes].flatMap(([key, outcome]) => (outcome.kind === 'holds' ? [[key, outcome.text]] : [])),
  );
  for (const [key, message] of codeFaultsOf(texts))
    outcomes.set(key, { kind: 'fault', message: `the compiler refuses the generated code: ${message}` });
  return outcomes;
}

function explained(key: string, outcome: Outcome): Outcome {
  const reason = outcome.kind === 'no-values' ? noValuesReason(key) : undefined;
  return reason === undefined ? outcome : { kind: 'unfulfillable', reason };
}

function outcomeOf(
  key: string,
  schema: string | undefined,
  typeFaults: ReadonlyMap<string, string>,
  runs: number,
): Outcome {
  if (schema === undefined) return { kind: 'without-values' };
  // what the compiler refuses nobody can write, but a definition error says more
  const message = typeFaults.get(schema);
  if (message === undefined) return tryCell(schema, runs, samplesOf(key));
  const definition = definitionOf(schema);
  return definition.kind === 'refused' ? definition : { kind: 'types', message };
}
