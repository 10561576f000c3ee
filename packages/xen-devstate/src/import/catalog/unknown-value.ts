/** What a table, or whatever else a description is from, does not say of a field, and no overlay does. */
export type Missing = 'presence' | 'count' | 'size' | 'content';

/** Something that is left open in a description. */
export interface UnknownValue {
  /** The type and the field, as the schema module names them: `VirtioNetDevice.maxQueues`. */
  readonly name: string;
  /** The same in QEMU's names: `virtio-net-device.max_queues`. An overlay goes by these. */
  readonly wirePath: string;
  readonly missing: Missing;
  /** QEMU's name of the type, where nobody knows what that writes. */
  readonly wireType: string | undefined;
}

/** What is missing, in words. */
export function describeMissing({ missing, wireType }: UnknownValue): string {
  switch (missing) {
    case 'presence':
      return 'when it is there';
    case 'count':
      return 'how many there are';
    case 'size':
      return 'how many bytes it has';
    case 'content':
      return wireType === undefined ? 'what it holds' : `what ${JSON.stringify(wireType)} writes`;
  }
}
