import type { DecodeOptions, Node } from '@bytewright/schema-dsl';

/** An input or a value that is refused, and what its reader is told by both readings. */
export interface MessageExample {
  readonly schema: Node<unknown>;
  /** What is decoded; without it, `value` is encoded. */
  readonly hex?: string;
  readonly value?: unknown;
  readonly options?: DecodeOptions;
  readonly message: string;
}
