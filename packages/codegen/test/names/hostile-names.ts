const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Identifiers that mean something to JavaScript, to TypeScript, to objects, to the runtime or to generated functions. */
export const HOSTILE_IDENTIFIERS: readonly string[] = words(`
  abstract any arguments as async await boolean break case catch class const constructor default delete do else enum eval
  export extends false finally for from function get global globalThis if implements import in instanceof interface let
  module never new null number of package private prototype public readonly require return set static string super switch
  symbol then this throw toJSON toString true try type typeof undefined using valueOf var void while with yield
  Array BigInt BigInt64Array Boolean DataView Error Float32Array Infinity Math NaN Number Object Promise Proxy Record
  Reflect String Symbol TextDecoder TypeError Uint16Array Uint8Array
  input output bytes view end offset start value size error item index at next again options byte coverage choice found
  holds parses finished finishedView code path expected length name fields kind node tag text count nesting inner
  selector inlineEnd keys given outer
  atPath decodeFailure decodeText describe crc32 cover decide spanOf takeBytes
  readOther sizeOfOther decodeOther measureOther keysOfOther Other chooseBody dataEnd data2 outerValue classField byteBits
  hasOwnProperty isPrototypeOf toLocaleString __defineGetter__ __proto__ _ __ _0 a1
`);

/** What no identifier is, and what a careless list of names has. */
export const ODD_NAMES: readonly string[] = [
  '',
  ' ',
  '0',
  '7',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '007',
  '4294967295',
  'with blank',
  ' padded ',
  'tab\tbed',
  'line\nbreak',
  'line\u2028separator',
  "it's",
  'say "hi"',
  '`tick`',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a name like this must not become code
  '${code}',
  'back\\slash',
  '*/ end',
  '// line',
  'kebab-case',
  'dotted.name',
  '[index]',
  'naïve',
  'größe',
  '名前',
  '🙂',
  '\ud800',
  '\u202eevil',
  'nul\0',
  '$dollar',
  '#private',
  '@at',
];
