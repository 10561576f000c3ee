import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { layoutOf } from '../vmdescription/layout.js';
import type { ByteRange } from './byte-range.js';
import type { ByteSource } from './byte-source.js';

/** The payload sizes in a stream's own description. */
export interface PayloadSizes {
  readonly pageSize: number | undefined;
  /** The size of the next section with this name and instance; `undefined` if unknown. */
  next(idstr: string, instanceId: number): number | undefined;
}

/** Reads the sizes from the VMDESCRIPTION. Without one, or if it cannot be read, all sizes are unknown. */
export function payloadSizes(source: ByteSource, description: ByteRange | undefined): PayloadSizes {
  const layout = description && readLayout(source, description);
  const seen = new Map<string, number>();
  return {
    pageSize: layout?.pageSize,
    next(idstr, instanceId) {
      const key = `${instanceId} ${idstr}`;
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      return layout?.sizeOf(idstr, instanceId, occurrence);
    },
  };
}

function readLayout(
  source: ByteSource,
  { offset, length }: ByteRange,
): ReturnType<typeof layoutOf> | undefined {
  try {
    return layoutOf(source.read(offset, length));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return undefined; // the ends of sections are searched for instead
  }
}
