import { quoteName } from '../ir/printable.js';
import { SchemaError } from '../ir/schema-error.js';

const FORBIDDEN = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
]);

/** Whether a name has a special meaning for JavaScript objects. */
export function isObjectName(name: string): boolean {
  return FORBIDDEN.has(name);
}

/** Checks that a name can be that of a member of a value. */
export function checkMemberName(name: string, path: string, what: 'field' | 'member'): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    const why =
      what === 'field' && /^[0-9]/.test(name)
        ? 'a name that begins with a digit cannot be a member access in code, and integers would change the order of the fields'
        : 'it is a member of the value and a variable in generated code';
    throw new SchemaError(
      'invalid-name',
      path,
      `expected an identifier as the ${what} name (ASCII letters, digits and _, not starting with a digit), found ${quoteName(name)}; ${why}; rename it`,
    );
  }
  if (FORBIDDEN.has(name))
    throw new SchemaError(
      'reserved-name',
      path,
      `the ${what} name ${name} has a special meaning for JavaScript objects; choose another, such as ${otherName(name)}`,
    );
}

/** A suggestion: `constructorField` for `constructor`. */
const otherName = (name: string): string => `${name.replace(/^_+|_+$/g, '')}Field`;

/** Checks that the names of an alternative's members are unique. */
export function checkMemberNames(names: readonly string[], path: string): void {
  for (const [index, name] of names.entries()) {
    checkMemberName(name, path, 'member');
    if (names.indexOf(name) !== index)
      throw new SchemaError(
        'duplicate-member',
        path,
        `two members of one value have the name ${name}; rename one of them`,
      );
  }
}

/**
 * The names of a struct's fields must differ in more than case and underscores: converted to another naming style
 * (`fooBar` for `foo_bar`), two of them could become the same.
 */
export function checkDistinctNames(names: readonly string[], struct: string): void {
  const known = new Map<string, string>();
  for (const name of names) {
    const plain = name.toLowerCase().replace(/_/g, '');
    const other = known.get(plain);
    if (other !== undefined)
      throw new SchemaError(
        'duplicate-member',
        `${struct}.${name}`,
        `differs from ${other} only in case and underscores, so another naming style would not distinguish them; rename one`,
      );
    known.set(plain, name);
  }
}
