/** Characters that control a terminal, or hide text on it: C0 except line feeds, DEL, C1, direction marks, invisible characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const STEERING = /[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** Finds a character in an output that controls a terminal, and returns it as `U+001B` with its context, if there is one. */
export function steeringIn(output: string): string | undefined {
  const found = STEERING.exec(output);
  if (found === null) return undefined;
  const { index } = found;
  const around = JSON.stringify(output.slice(Math.max(0, index - 40), index + 40));
  return `U+${output.charCodeAt(index).toString(16).padStart(4, '0').toUpperCase()} in ${around}`;
}
