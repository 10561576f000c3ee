import type { Utf8Encoder } from '../platform.js';
import { platform } from '../platform.js';

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
