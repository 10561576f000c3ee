/** When a value of a setter's type is wrong, as an expression of `v`. */
const WRONG: Readonly<Record<string, string>> = {
  Uint8: "typeof v !== 'number' || (v & 255) !== v || Object.is(v, -0)",
  Int8: "typeof v !== 'number' || v << 24 >> 24 !== v || Object.is(v, -0)",
  Uint16: "typeof v !== 'number' || (v & 65535) !== v || Object.is(v, -0)",
  Int16: "typeof v !== 'number' || v << 16 >> 16 !== v || Object.is(v, -0)",
  Uint32: "typeof v !== 'number' || v >>> 0 !== v || Object.is(v, -0)",
  Int32: "typeof v !== 'number' || (v | 0) !== v || Object.is(v, -0)",
  BigUint64: "typeof v !== 'bigint' || BigInt.asUintN(64, v) !== v",
  BigInt64: "typeof v !== 'bigint' || BigInt.asIntN(64, v) !== v",
};

/**
 * Puts checks into a module of the code by hand, as the compiler printed it: what is written must be of its type and in its
 * range, lists must be lists, and objects have as many keys as those that are read.
 */
export function withChecks(source: string): string {
  return [withNumbers, withBooleans, withLists, withKeys].reduce((text, change) => change(text), source);
}

function withNumbers(source: string): string {
  return source.replace(
    /^( *)(w\.view\.set(\w+)\((.+?), )((?:value|section|one)(?:\.\w+)*)((?:, true)?\);)$/gm,
    (_, indent: string, set: string, type: string, _at: string, value: string, end: string) =>
      `${indent}{ const v = ${value}; if (${WRONG[type] ?? ''}) wrong(v); ${set}v${end} }`,
  );
}

/** A boolean may be a number that is neither 0 nor 1. */
function withBooleans(source: string): string {
  return source.replace(
    /^( *)(w\.bytes\[.+?\]) = Number\((value\.[\w.]+)\);$/gm,
    (_, indent: string, target: string, value: string) =>
      `${indent}{ const v = ${value}; if (typeof v !== 'boolean' && (${WRONG.Uint8})) wrong(v); ${target} = Number(v); }`,
  );
}

function withLists(source: string): string {
  return source.replace(
    /^( *)(for \(const \w+ of (\w+(?:\.\w+)*)\))/gm,
    (_, indent: string, loop: string, list: string) =>
      `${indent}if (!Array.isArray(${list})) wrong(${list});\n${indent}${loop}`,
  );
}

/** What is read tells how many keys there are. */
function withKeys(source: string): string {
  const counts = new Map<string, number>();
  for (const [, name = '', members = ''] of source.matchAll(
    /^(?:export )?function read(\w+)\([^)]*\) \{\n(?:(?!^\}).*\n)*? {4}return \{\n((?: {8}.*\n)*) {4}\};\n\}/gm,
  ))
    counts.set(name, members.match(/^ {8}\w/gm)?.length ?? 0);
  const ofObjects = source.replace(
    /^(?:export )?function write(\w+)\(.*\bvalue\) \{$/gm,
    (start, name: string) => {
      const count = counts.get(name);
      return count === undefined ? start : `${start}\n    keys(value, ${count});`;
    },
  );
  // of subsections and sections, all of which have the same keys
  return ofObjects
    .replace(/^( *)switch \(one\.name\) \{$/gm, '$1keys(one, 3);\n$&')
    .replace(/^( *)switch \(section\.device\) \{$/gm, '$1keys(section, 6);\n$&');
}
