/** A number that JSON does not hold: a bigint as decimal digits, an infinity or NaN by its name. */
export type SpelledOut = { readonly $bigint: string } | { readonly $number: string };

/** What a computed field holds. */
export interface Computed {
  readonly type: string;
  readonly target?: string;
  readonly targets?: readonly string[];
  readonly element_type?: string;
  readonly encoding?: string;
}

/** An alternative of a discriminated union; without `when` it takes what the others do not. */
export interface Variant {
  readonly type: string;
  readonly when?: string;
}

/** A part of a `bitfield`, by the bits in front of it. */
export interface BitPart {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

/** A type, a field, an element or an instance: which of the keys there are depends on `type` and `kind`. */
export interface Definition {
  readonly name?: string;
  readonly type?: string | Definition;
  readonly kind?: string;
  readonly endianness?: string;
  readonly encoding?: string;
  readonly size?: number | string;
  readonly length?: number;
  readonly length_type?: string;
  readonly length_field?: string;
  readonly item_length_type?: string;
  readonly count_expr?: string;
  readonly items?: Definition;
  readonly const?: number | string | SpelledOut;
  readonly computed?: Computed;
  readonly conditional?: string;
  readonly discriminator?: { readonly field?: string; readonly peek?: string; readonly endianness?: string };
  /** Of a union its alternatives, of an enumeration its members. */
  readonly variants?: readonly Variant[] | Readonly<Record<string, number>>;
  readonly choices?: readonly Definition[];
  readonly byte_budget?: { readonly field: string };
  readonly terminal_variants?: readonly string[];
  readonly value_type?: string | Definition;
  readonly presence_type?: string;
  readonly align_to?: number;
  readonly fields?: readonly BitPart[];
  readonly repr?: string;
  readonly sequence?: readonly Definition[];
  readonly instances?: readonly Definition[];
  readonly position?: number | string;
  readonly alignment?: number;
  readonly storage?: string;
  readonly [other: string]: unknown;
}

/** A schema of the data set. */
export interface PeerSchema {
  readonly config?: { readonly endianness?: string; readonly bit_order?: string };
  readonly types: Readonly<Record<string, Definition>>;
}

/** Bytes and the value that they are, or what must be refused. */
export interface PeerCase {
  readonly description: string;
  readonly value?: unknown;
  /** The value with constants and computed fields, where that is another one. */
  readonly decoded_value?: unknown;
  readonly bytes?: readonly number[];
  /** What is not whole bytes, as bits in the order in which they are written. */
  readonly bits?: readonly number[];
  readonly should_error?: boolean;
  readonly should_error_on_encode?: boolean;
}

/** A schema with its cases. */
export interface Suite {
  readonly name: string;
  readonly schema: PeerSchema;
  /** The type that the cases are of. */
  readonly test_type: string;
  readonly test_cases: readonly PeerCase[];
}

/** The suites of a file's text. Whatever is in their schemas is looked at by the converter. */
export function readSuites(text: string): readonly Suite[] {
  const suites: unknown = JSON.parse(text);
  if (!Array.isArray(suites) || !suites.every(isSuite))
    throw new TypeError('expected a list of suites with name, schema, test_type and test_cases');
  return suites;
}

function isSuite(suite: unknown): suite is Suite {
  return (
    isRecord(suite) &&
    typeof suite.name === 'string' &&
    typeof suite.test_type === 'string' &&
    Array.isArray(suite.test_cases) &&
    isRecord(suite.schema) &&
    isRecord(suite.schema.types)
  );
}

/** Whether a value has keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of a case as JavaScript has it: what is spelled out becomes a number or a bigint. */
export function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isRecord(value)) return value;
  if (typeof value.$bigint === 'string') return BigInt(value.$bigint);
  if (typeof value.$number === 'string') return Number(value.$number);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item)]));
}

/** The bytes of a case; bits that fill no byte are followed by zeros. Nothing where the case gives neither. */
export function bytesOf({ bytes, bits }: PeerCase, isLsbFirst: boolean): Uint8Array | undefined {
  if (bytes !== undefined) return Uint8Array.from(bytes);
  if (bits === undefined) return undefined;
  const packed = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => {
    packed[i >> 3] = (packed[i >> 3] ?? 0) | (bit << (isLsbFirst ? i & 7 : 7 - (i & 7)));
  });
  return packed;
}
