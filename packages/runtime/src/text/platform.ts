/**
 * The two text classes that every JavaScript platform has, as far as this package uses them. Declared here, so
 * that the package needs neither the DOM's types nor Node's.
 */
interface Platform {
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => Utf8Encoder;
}

interface Utf8Encoder {
  encode(text: string): Uint8Array;
  encodeInto(text: string, bytes: Uint8Array): unknown;
}

const platform = globalThis as unknown as Platform; // both classes are global in browsers, workers and Node

/** Decodes UTF-8; throws on ill-formed bytes, keeps a byte order mark. */
export const utf8Decoder: { decode(bytes: Uint8Array): string } = /*@__PURE__*/ new platform.TextDecoder(
  'utf-8',
  {
    fatal: true,
    ignoreBOM: true,
  },
);

/** Encodes UTF-8; the caller has refused lone surrogates. */
export const utf8Encoder: Utf8Encoder = /*@__PURE__*/ new platform.TextEncoder();
