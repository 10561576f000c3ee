import type { StructText } from './relations.js';

/** Where a struct, or one of its fields, stands: the text of a whole schema. */
export type Position = (cell: StructText, moved: string) => string;

/** The text of a struct with a name. */
export function structText(name: string, { fields, relations }: StructText): string {
  const list = fields.map(([field, node]) => `${field}: ${node}`).join(', ');
  const where = relations.length === 0 ? '' : `.where(($) => [${relations.join(', ')}])`;
  return `struct('${name}', { ${list} })${where}`;
}

/** The struct as a field of another one. */
function inside(fields: Readonly<Record<string, string>>, ...relations: readonly string[]): Position {
  return (cell) => {
    const outer = Object.entries(fields).map(
      ([field, node]) => [field, node.replace('CELL', () => structText('Inner', cell))] as const,
    );
    return structText('Cell', { fields: outer, relations });
  };
}

/** The moved field in another node, with fields before and behind it and what is said of it. */
function moving(
  wrap: (node: string) => string,
  before: Readonly<Record<string, string>> = {},
  behind: Readonly<Record<string, string>> = {},
  relation?: (field: string) => string,
): Position {
  return ({ fields, relations }, moved) =>
    structText('Cell', {
      fields: [
        ...Object.entries(before),
        ...fields.map(([name, node]) => [name, name === moved ? wrap(node) : node] as const),
        ...Object.entries(behind),
      ],
      relations: relation === undefined ? relations : [...relations, relation(`$.${moved}`)],
    });
}

/** The places in which the struct of a relation stands, and then those of the field itself, by the name in the table. */
export const POSITIONS: Readonly<Record<string, Position>> = {
  root: (cell) => structText('Cell', cell),
  list: inside({ items: 'list(CELL, prefix(u8))' }),
  arm: inside(
    { kind: 'derived(u8)', body: 'union({ cell: on(1, CELL), other: on(2, u16be) })' },
    '$.kind.is(tagOf($.body))',
  ),
  sized: inside({ box: 'sized(prefix(u8), CELL)', end: 'u8' }),
  at: inside({ offset: 'u8', inner: 'at(CELL)', rest: 'gaps()' }, '$.inner.at($.offset)'),
  tail: inside({ inner: 'tail(CELL)', rest: 'gaps()' }),
  optional: inside({ has: 'bool', inner: 'optional(CELL)' }, '$.inner.presentWhen($.has)'),
  parameter: inside({ is: 'u8', inner: 'CELL' }, '$.inner.with(version.of($.is))'),
  'list(x)': moving((node) => `list(${node}, 2)`),
  'arm x': moving(
    (node) => `union({ only: on(1, ${node}) })`,
    { kind: 'u8' },
    {},
    (x) => `${x}.tag($.kind)`,
  ),
  'sized(x)': moving((node) => `sized(prefix(u8), ${node})`),
  'at(x)': moving(
    (node) => `at(${node})`,
    { offset: 'u8' },
    { rest: 'gaps()' },
    (x) => `${x}.at($.offset)`,
  ),
  'tail(x)': moving((node) => `tail(${node})`, {}, { rest: 'gaps()' }),
  'optional(x)': moving(
    (node) => `optional(${node})`,
    { has: 'bool' },
    {},
    (x) => `${x}.presentWhen($.has)`,
  ),
};
