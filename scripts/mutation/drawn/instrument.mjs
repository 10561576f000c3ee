/**
 * A fault to put into a source: an expression, and what stands in its place.
 *
 * @typedef {object} DrawnMutant
 * @property {number} number by which it is called
 * @property {string} file from the root of the repository
 * @property {string} text of the file, found once, in which ‹ and › enclose the expression
 * @property {string} becomes the expression that takes its place
 * @property {string} breaks what goes wrong
 */

/**
 * The text that a mutant's file has, without the marks.
 *
 * @param {DrawnMutant} mutant
 */
export function plainText({ text }) {
  return text.replace(/[‹›]/g, '');
}

/**
 * How often a mutant's text is found in its file.
 *
 * @param {DrawnMutant} mutant
 * @param {string} source of its file
 */
export function timesFound(mutant, source) {
  return source.split(plainText(mutant)).length - 1;
}

/**
 * A source with all its mutants in it, of which `globalThis.drawnMutants` chooses one, or none: so that modules are loaded
 * once for all of them. The types are no longer right.
 *
 * @param {string} source of a TypeScript module
 * @param {readonly DrawnMutant[]} mutants of it
 * @throws RangeError if a mutant's text is not found once, or two mutants overlap
 */
export function withMutants(source, mutants) {
  const places = mutants.map((mutant) => {
    const found = timesFound(mutant, source);
    if (found !== 1)
      throw new RangeError(
        `mutant ${mutant.number}: ${mutant.file} has ${JSON.stringify(plainText(mutant))} ${found} times, not once`,
      );
    const from = source.indexOf(plainText(mutant)) + mutant.text.indexOf('‹');
    const original = mutant.text.slice(mutant.text.indexOf('‹') + 1, mutant.text.indexOf('›'));
    return { mutant, from, to: from + original.length, original };
  });
  places.sort((a, b) => b.from - a.from);
  let made = source;
  let next = source.length;
  for (const { mutant, from, to, original } of places) {
    if (to > next) throw new RangeError(`mutant ${mutant.number}: overlaps another one in ${mutant.file}`);
    next = from;
    const chosen = `globalThis.drawnMutants.choose(${mutant.number}, () => (${original}), () => (${mutant.becomes}))`;
    made = made.slice(0, from) + chosen + made.slice(to);
  }
  return made;
}
