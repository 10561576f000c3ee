/** What is written to: an output, or anything else that holds bytes. */
export interface Bytes {
  readonly bytes: Uint8Array;
}
