/** Why bytes were refused. A code is never given another meaning. */
export type DecodeErrorCode =
  /** The region ends before the field does. */
  | 'unexpected-end'
  /** Something follows where nothing may. */
  | 'trailing-bytes'
  /** A constant has another value. */
  | 'wrong-constant'
  /** Text is ill-formed in its encoding. */
  | 'invalid-text'
  /** A value that the type does not have, such as a bool of 7 or a negative size. */
  | 'invalid-value'
  /** A check of the schema's author is not met. */
  | 'check-failed'
  /** Two fields that must agree do not. */
  | 'mismatch'
  /** No arm of a union has this tag. */
  | 'unknown-tag'
  /** None of several alternatives parses. */
  | 'no-arm'
  /** A place that is searched for was not found: where bytes end, or where a tail begins. */
  | 'no-boundary'
  /** Two parts hold the same bytes. */
  | 'overlap'
  /** No part holds these bytes. */
  | 'unclaimed-bytes'
  /** A limit of the options was reached. */
  | 'limit-exceeded';

/** Why a value was refused. A code is never given another meaning. */
export type EncodeErrorCode =
  /** The value is of another JavaScript type. */
  | 'wrong-type'
  /** A number does not fit its field. */
  | 'out-of-range'
  /** A value that the type does not have, such as a name that no member of an enumeration has. */
  | 'invalid-value'
  /** Text cannot be written in its encoding. */
  | 'invalid-text'
  /** A length that is not the value's to choose. */
  | 'wrong-length'
  /** A check of the schema's author is not met. */
  | 'check-failed'
  /** Two parts of the value that must agree do not. */
  | 'mismatch'
  /** A key that the object does not have: a misspelt or a forgotten one. */
  | 'unknown-key'
  /** A union has no such arm, or its tag is left out. */
  | 'unknown-tag'
  /** Two parts would hold the same bytes. */
  | 'overlap'
  /** No part would hold these bytes. */
  | 'unclaimed-bytes'
  /** The bytes would be read as another value. */
  | 'ambiguous'
  /** The value is nested too deeply. */
  | 'limit-exceeded';
