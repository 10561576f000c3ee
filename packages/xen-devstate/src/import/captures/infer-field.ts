import type { DescribedField, DescribedStruct } from '../../vmdescription/described.js';
import { sizeOfStruct } from '../../vmdescription/described-size.js';
import { isFixed } from '../../vmdescription/scalar-nodes.js';
import { quote } from '../catalog/layout-text.js';
import type { FieldContent, FieldNumber, StateDescription, StateField } from '../tables/state-description.js';

/** What inferring needs to know of everything else. */
export interface Scope {
  /** How many captures there are. */
  readonly captures: number;
  /** @param states one struct, as it was seen in all places */
  inferStruct(states: readonly DescribedStruct[], scope: Scope): StateDescription;
}

/** The entries of one field: its elements, one by one or in runs. */
type Run = readonly DescribedField[];

/** Entries of one name that follow one another are one field. A name that comes again later is another one. */
export function fieldsByName(fields: readonly DescribedField[]): ReadonlyMap<string, Run> {
  const runs = new Map<string, DescribedField[]>();
  let last: string | undefined;
  for (const field of fields) {
    const known = runs.get(field.name);
    if (known !== undefined && last === field.name) known.push(field);
    else runs.set(known === undefined ? field.name : `${field.name} (${runs.size})`, [field]);
    last = field.name;
  }
  return runs;
}

/**
 * What captures say of one field.
 *
 * @param runs its entries in each place where its struct was seen; `undefined` where it was not there
 */
export function inferField(name: string, runs: readonly (Run | undefined)[], scope: Scope): StateField {
  const present = runs.filter((run) => run !== undefined);
  const parts = present.flat();
  const isList = parts.some(({ count, index }) => count !== undefined || index !== undefined);
  const counts = [...new Set(runs.map((run) => (run === undefined ? 0 : countOf(run))))].sort(
    (a, b) => a - b,
  );
  const everywhere = inAll(scope);
  const { content, note } = contentOf(parts, scope);
  const field = { name, since: 0 };
  if (content === undefined) {
    // elements of several kinds: bytes, as many as they have together
    const sizes = new Set(
      present.map((run) => run.reduce((sum, part) => sum + part.size * (part.count ?? 1), 0)),
    );
    return {
      ...field,
      content: opaque(parts[0]?.type ?? '', sizes),
      hasPredicate: present.length < runs.length,
      count: undefined,
      note: `elements that differ: ${seenSizes(sizes, everywhere)}`,
    };
  }
  if (!isList) {
    const isSometimes = present.length < runs.length;
    const places = isSometimes
      ? `there in ${present.length} of the ${runs.length} places where it could be`
      : '';
    const words = [places, note ?? ''].filter((word) => word !== '').join('; ');
    return {
      ...{ ...field, content, hasPredicate: isSometimes, count: undefined },
      ...(words !== '' && { note: words }),
    };
  }
  const [only, ...others] = counts;
  const count: FieldNumber =
    only !== undefined && others.length === 0 ? { kind: 'fixed', value: only } : { kind: 'unknown' };
  // what is equal to some other field's value is not looked at: that proves nothing
  const seen = count.kind === 'fixed' ? `${only} ${everywhere}` : `seen: ${counts.join(', ')} of them`;
  return {
    ...field,
    content,
    hasPredicate: false,
    count,
    note: note === undefined ? seen : `${seen}; ${note}`,
  };
}

function countOf(run: Run): number {
  return run.reduce((sum, { count = 1 }) => sum + count, 0);
}

function inAll({ captures }: Scope): string {
  return captures === 1 ? 'in the one capture' : `in all ${captures} captures`;
}

/** What the elements of a field are; no content if they are not all of one kind. */
function contentOf(
  parts: readonly DescribedField[],
  scope: Scope,
): { readonly content: FieldContent | undefined; readonly note?: string } {
  const [type = '', ...otherTypes] = new Set(parts.map((part) => part.type));
  if (otherTypes.length > 0) return { content: undefined };
  const sizes = new Set(parts.map(({ size }) => size));
  const structs = parts.flatMap((part) => part.structs);
  const isOneStruct = new Set(structs.map(({ name, version }) => `${version} ${name}`)).size === 1;
  const everywhere = inAll(scope);
  if (type === 'qtailq' || type === 'qlist') {
    const isSound = parts.every(
      (part) => part.structs.reduce((sum, one) => sum + 1 + sizeOfStruct(one), 1) === part.size,
    );
    if (isSound && structs.length === 0)
      return {
        content: opaque(type, sizes),
        note: `empty ${everywhere}, so nothing is known of its elements`,
      };
    if (isSound && isOneStruct)
      return {
        content: {
          kind: 'value',
          type,
          size: { kind: 'unknown' },
          description: scope.inferStruct(structs, scope),
        },
      };
    return { content: opaque(type, sizes), note: seenSizes(sizes, everywhere) };
  }
  const areStructs = parts.every((part) => {
    const [struct, ...more] = part.structs;
    return struct !== undefined && more.length === 0 && sizeOfStruct(struct) === part.size;
  });
  if (areStructs && type !== 'gtree')
    return isOneStruct
      ? { content: { kind: 'struct', description: scope.inferStruct(structs, scope), version: undefined } }
      : { content: undefined };
  const [size = 0, ...otherSizes] = sizes;
  if (otherSizes.length === 0 && isFixed(type, size))
    return { content: value(type, { kind: 'fixed', value: size }) };
  const note = seenSizes(sizes, everywhere);
  if (otherSizes.length === 0 && (type === 'buffer' || type === 'unused_buffer'))
    return { content: value(type, { kind: 'fixed', value: size }), note };
  if (otherSizes.length === 0 && type === 'bitmap' && size % 8 === 0)
    return { content: value(type, { kind: 'fixed', value: 8 * size }), note };
  const contradicts = structs.length > 0 && !areStructs && type !== 'gtree';
  const why = contradicts ? `described as ${quote(structs[0]?.name ?? '')}, which has another size; ` : '';
  return { content: opaque(type, sizes), note: `${why}${note}` };
}

function seenSizes(sizes: ReadonlySet<number>, everywhere: string): string {
  const seen = [...sizes].sort((a, b) => a - b).join(', ');
  return sizes.size === 1 ? `${seen} bytes ${everywhere}` : `seen: ${seen} bytes`;
}

function value(type: string, size: FieldNumber): FieldContent {
  return { kind: 'value', type, size, description: undefined };
}

function opaque(type: string, sizes: ReadonlySet<number>): FieldContent {
  const [size, ...others] = sizes;
  const number: FieldNumber =
    size !== undefined && others.length === 0 ? { kind: 'fixed', value: size } : { kind: 'unknown' };
  return { kind: 'value', type, size: number, description: undefined, isMeasured: true };
}
