import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import { withoutStacks } from '@bytewright/runtime/codec';

/** What a codec did: a value, one of our errors as plain data, or something that must never happen. */
export type Outcome = { readonly value: unknown } | { readonly error: object } | { readonly crash: string };

/** Runs a codec's function: without stacks, and where it crashes once more for the stack. */
export function outcomeOf(run: () => unknown): Outcome {
  const outcome = caught(() => withoutStacks(run));
  return 'crash' in outcome ? caught(run) : outcome;
}

function caught(run: () => unknown): Outcome {
  try {
    return { value: run() };
  } catch (error) {
    if (isDecodeError(error) || isEncodeError(error)) return { error: error.toJSON() };
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
