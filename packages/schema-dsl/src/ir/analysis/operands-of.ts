import type { Expression } from '../expression.js';
import { operands } from '../expression.js';
import { printExpression } from '../print-expression.js';
import { valueLabel } from '../value-label.js';

/** A value that a condition compares: its label in a message, and its expression. */
export interface Operand {
  /** Empty if the error's path already names it. */
  readonly label: string;
  readonly expression: Expression;
}

/** The values that a message shows, and the number of those omitted. */
export interface ShownOperands {
  readonly shown: readonly Operand[];
  readonly left: number;
}

/** The maximum number of values in a message: a condition may refer to any number of fields. */
const SHOWN = 4;

/**
 * The values that explain why a condition fails: those of the fields and parameters that it compares, each once.
 *
 * @param field the field that the error's path names: alone, it needs no label
 * @example `size ≤ limit` shows `size 0x50 (80), limit 0x40 (64)`; of a condition on one field, its value alone: `0x50 (80)`
 */
export function operandsOf(condition: Expression, field: string | undefined): ShownOperands {
  const found = new Map<string, Operand>();
  collect(condition, found);
  const [[name, only] = [], ...others] = found;
  if (only !== undefined && others.length === 0 && name === field)
    return { shown: [{ ...only, label: '' }], left: 0 };
  const shown = [...found.values()].slice(0, SHOWN);
  return { shown, left: found.size - shown.length };
}

function collect(expression: Expression, found: Map<string, Operand>): void {
  switch (expression.op) {
    case 'constant':
      return;
    case 'field':
    case 'element':
    case 'parameter':
    case 'byteLength':
    case 'count':
    case 'present':
    case 'tagOf':
    case 'offsetOf':
    case 'size':
    case 'call': {
      const name = printExpression(expression);
      if (!found.has(name)) found.set(name, { label: valueLabel(expression), expression });
      return;
    }
    default:
      for (const operand of operands(expression)) collect(operand, found);
  }
}
