/** What a step throws to say what went wrong, in the words that are shown. */
export class StepError extends Error {}

/**
 * Prints each step with its time as it ends, and counts. Steps of several lanes may run at the same time.
 */
export class Report {
  passed = 0;
  failed = 0;
  left = 0;

  /**
   * Tries one thing.
   *
   * @template T
   * @param {string} name what is tried
   * @param {() => T | Promise<T>} body tries it, and throws if it fails
   * @returns {Promise<T | undefined>} what the body gave; undefined where it failed
   */
  async step(name, body) {
    const from = Date.now();
    try {
      const result = await body();
      this.passed += 1;
      console.log(`ok      ${seconds(from)}  ${name}`);
      return result;
    } catch (error) {
      this.failed += 1;
      const text = error instanceof StepError ? error.message : error instanceof Error ? error.stack : error;
      console.log(`FAILED  ${seconds(from)}  ${name}\n${indented(String(text))}`);
      return undefined;
    }
  }

  /**
   * Tells what is not tried, which is not the same as that it works.
   *
   * @param {string} name what is not tried
   * @param {string} why the reason
   */
  notRun(name, why) {
    this.left += 1;
    console.log(`not run           ${name}: ${why}`);
  }
}

/** @param {number} from when it began */
function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1).padStart(5)} s`;
}

/** @param {string} text lines */
function indented(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
}
