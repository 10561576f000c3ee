/**
 * What this package uses of the platform: the two text classes that each one has, and what makes some faster that have it.
 * Declared here, so that the package needs neither the DOM's types nor Node's, and works without what is optional.
 */
interface Platform {
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => Utf8Encoder;
  /** Node's: gives what is built in, as no import may be made of it that other platforms could not follow. */
  readonly process?: { getBuiltinModule?(name: string): { readonly crc32?: Crc32 } | undefined };
  /** Node's, whose methods take any `Uint8Array` as `this`. */
  readonly Buffer?: { readonly prototype: NativeBytes };
}

/** Encodes text as UTF-8. */
export interface Utf8Encoder {
  encode(text: string): Uint8Array;
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}

/** Sums bytes up. */
type Crc32 = (bytes: Uint8Array) => number;

interface NativeBytes {
  swap16(this: Uint8Array): unknown;
  swap32(this: Uint8Array): unknown;
  swap64(this: Uint8Array): unknown;
  /** Other platforms' Buffers have none. */
  latin1Slice?(this: Uint8Array, from: number, to: number): string;
}

/** The platform: its text classes are global in browsers, workers and Node. */
export const platform: Platform = globalThis as unknown as Platform;

/** Methods for bytes that Node has, and others have not. */
export const nativeBytes = (): NativeBytes | undefined => platform.Buffer?.prototype;

let crc32: Crc32 | undefined | false;

/** CRC-32 as Node's zlib has it, which others have not. */
export function nativeCrc32(): Crc32 | undefined {
  crc32 ??= platform.process?.getBuiltinModule?.('node:zlib')?.crc32 ?? false;
  return crc32 === false ? undefined : crc32;
}
