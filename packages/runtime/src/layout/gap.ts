/** Bytes of a region that no field holds, and where they are: at `offset` from where the region begins. */
export interface Gap {
  offset: number;
  bytes: Uint8Array;
}
