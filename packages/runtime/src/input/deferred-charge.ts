/** An attempt that was made for nothing and is not paid for yet, with the state of the input in which it was made. */
export interface DeferredCharge {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly elements: number;
  readonly read: () => unknown;
}
