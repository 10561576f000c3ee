import type { Operand } from '../command/operand.js';

/**
 * Formats operands for a usage line.
 *
 * @example `synopsisOf([{ name: 'FILE' }, { name: 'PATH', optional: true, repeats: true }])` is `FILE [PATH…]`
 */
export function synopsisOf(operands: readonly Operand[]): string {
  return operands
    .map(({ name, optional, repeats }) => {
      const text = repeats ? `${name}…` : name;
      return optional ? `[${text}]` : text;
    })
    .join(' ');
}
