import { sizeBounds } from '../ir/analysis/size-bounds.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { ChecksumIR } from '../ir/checksum.js';
import { algorithmName } from '../ir/checksum.js';
import { constantValue } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import type { CheckIR, FieldIR, ParameterIR, SchemaIR } from '../ir/schema.js';
import { align } from './align.js';
import type { Comparison, StructPair } from './comparison.js';
import { Place } from './comparison.js';
import { describeType } from './describe-type.js';
import { compareExpressions, withNewNames } from './expressions.js';
import { compareNodes } from './nodes/index.js';

/** Records the differences between two structs, once per pair. */
export function compareStructs(beforeName: string, afterName: string, comparison: Comparison): void {
  if (comparison.pair(beforeName, afterName) !== undefined) return;
  const before = structNamed(beforeName, comparison.before.structs);
  const after = structNamed(afterName, comparison.after.structs);
  const pair = comparison.open(before, after);
  const name = comparison.structName(before);
  const place = new Place(comparison, pair, name);
  place.tellIfOther('struct-renamed', name, comparison.structName(after));
  compareDocumentation(before, after, place);
  compareParameters(pair, place);
  if (before.flat !== after.flat) place.tell('flattened', before.flat, after.flat);
  for (const { before: was, after: is, isMoved } of pair.fields) {
    const field = was ?? is;
    const inside = place.at(field === undefined ? '' : `.${comparison.fieldName(field)}`);
    if (was !== undefined && is !== undefined) compareFields(was, is, isMoved, inside);
    else if (is !== undefined) tellOneSided(is, 'added', comparison.after.structs, inside);
    else if (was !== undefined) tellOneSided(was, 'removed', comparison.before.structs, inside);
  }
  compareChecks(pair, place);
  compareChecksums(pair, place);
}

function compareFields(was: FieldIR, is: FieldIR, isMoved: boolean, place: Place): void {
  const { comparison } = place;
  const isInValue = was.visibility === 'value' || is.visibility === 'value';
  const [oldName, newName] = [comparison.fieldName(was), comparison.fieldName(is)];
  if (oldName !== newName) place.tell('field-renamed', oldName, newName, isInValue ? {} : { source: 'none' });
  if (isMoved && holdsBytes(was, comparison.before.structs)) place.tell('field-moved', undefined, undefined);
  const isConstant = was.node.kind === 'literal' || is.node.kind === 'literal';
  if (was.visibility !== is.visibility && !isConstant) {
    if (is.visibility !== 'value' && was.visibility === 'value')
      place.tell('field-hidden', was.visibility, is.visibility);
    if (is.visibility === 'value' && was.visibility !== 'value')
      place.tell('field-shown', was.visibility, is.visibility);
  }
  compareNodes(was.node, is.node, place);
  if (was.encode !== undefined && is.encode !== undefined)
    compareExpressions('derivation', was.encode, is.encode, place);
  compareDocumentation(was, is, place);
}

/** A field that only one revision has. If it holds no bytes, nothing changes on the wire, unless it constrains the input. */
function tellOneSided(
  field: FieldIR,
  what: 'added' | 'removed',
  structs: SchemaIR['structs'],
  place: Place,
): void {
  const [before, after] =
    what === 'added' ? [undefined, describeType(field.node)] : [describeType(field.node), undefined];
  if (field.visibility === 'assertion')
    place.tell(what === 'added' ? 'check-added' : 'check-removed', before, after);
  else
    place.tell(what === 'added' ? 'field-added' : 'field-removed', before, after, {
      ...(holdsBytes(field, structs) ? {} : { backward: [], forward: [] }),
      ...(field.visibility === 'value' ? {} : { source: 'none' }),
    });
}

function holdsBytes({ node }: FieldIR, structs: SchemaIR['structs']): boolean {
  return sizeBounds(node, structs).max > 0;
}

function compareDocumentation(
  before: Pick<FieldIR, 'doc' | 'metadata'>,
  after: Pick<FieldIR, 'doc' | 'metadata'>,
  place: Place,
): void {
  const text = ({ doc, metadata }: typeof before): string => JSON.stringify([doc, metadata]);
  if (text(before) !== text(after)) place.tell('documentation', before.doc, after.doc);
}

function compareParameters({ before, after }: StructPair, place: Place): void {
  const pairings = align<ParameterIR>(before.parameters, after.parameters, {
    oldName: ({ name }) => name,
    newName: ({ name }) => name,
    isAlike: () => false,
  });
  const valueText = ({ default: value }: ParameterIR): string | undefined =>
    value === undefined ? undefined : String(constantValue(value));
  const valuesText = (parameter: ParameterIR): string | undefined =>
    parameter.candidates?.map((value) => String(constantValue(value))).join(', ') ?? valueText(parameter);
  for (const { before: was, after: is } of pairings) {
    const inside = place.at(`(${(was ?? is)?.name ?? ''})`);
    if (was !== undefined && is !== undefined) {
      const typeOf = ({ type, values }: ParameterIR): string => values?.join(' | ') ?? type;
      inside.tellIfOther('parameter-type', typeOf(was), typeOf(is));
      const isSearched = was.candidates !== undefined || is.candidates !== undefined;
      if (isSearched) inside.tellIfOther('search-values', valuesText(was), valuesText(is));
      else inside.tellIfOther('parameter-default', valueText(was), valueText(is));
    } else if (is !== undefined) inside.tell('parameter-added', undefined, is.type);
    else if (was !== undefined) inside.tell('parameter-removed', was.type, undefined);
  }
}

function compareChecks(pair: StructPair, place: Place): void {
  const { before, after } = pair;
  const key = (check: CheckIR, isOld: boolean): string => {
    const { holds, code } = check;
    return isOld ? withNewNames({ holds, code }, pair) : JSON.stringify({ holds, code });
  };
  const pairings = align<CheckIR>(before.checks, after.checks, {
    oldName: (check) => key(check, true),
    newName: (check) => key(check, false),
    isAlike: () => false,
  });
  for (const { before: was, after: is } of pairings) {
    const check = was ?? is;
    if (check === undefined || (was !== undefined && is !== undefined)) continue; // the message alone is not a condition
    const inside = check.field === undefined ? place : place.at(`.${check.field}`);
    const text = printExpression(check.holds);
    if (was === undefined) inside.tell('check-added', undefined, text);
    else inside.tell('check-removed', text, undefined);
  }
}

function compareChecksums(pair: StructPair, place: Place): void {
  const pairings = align<ChecksumIR>(pair.before.checksums ?? [], pair.after.checksums ?? [], {
    oldName: ({ field }) => pair.fields.find(({ before }) => before?.name === field)?.after?.name ?? field,
    newName: ({ field }) => field,
    isAlike: () => false,
  });
  const text = (checksum: ChecksumIR | undefined): string | undefined =>
    checksum && algorithmName(checksum.algorithm);
  for (const { before: was, after: is } of pairings) {
    const inside = place.at(`.${(was ?? is)?.field ?? ''}`);
    if (was === undefined) inside.tell('checksum-added', undefined, text(is));
    else if (is === undefined) inside.tell('checksum-removed', text(was), undefined);
    else if (withNewNames([was.algorithm, was.over], pair) !== JSON.stringify([is.algorithm, is.over]))
      inside.tell('checksum-changed', text(was), text(is));
  }
}
