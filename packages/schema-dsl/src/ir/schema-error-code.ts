/**
 * The kind of a definition error. The comments say what each means; `docs/errors.md` shows a schema of each kind, with its
 * message and the fix.
 */
export type SchemaErrorCode =
  // names
  /** The name of a struct, field, arm, member or parameter is not an identifier, or looks like a number. */
  | 'invalid-name'
  /** A name already has another meaning: for JavaScript objects, in generated code, or in the value itself. */
  | 'reserved-name'
  /** Two different structs have the same name, which is the name of a type. */
  | 'duplicate-struct'
  /** Two members of one value have the same name, or names that differ only in case and underscores. */
  | 'duplicate-member'

  // structure
  /** Something that is not a node of the language stands where one is expected. */
  | 'not-a-node'
  /** A construct is used where it has no meaning or cannot work. */
  | 'misplaced-construct'
  /** A struct always contains itself, so no value of it is finite. */
  | 'endless-struct'
  /** Nodes are nested more deeply than the stack has room for. */
  | 'nested-too-deeply'
  /** An argument of a DSL function is invalid, such as code that is not wrapped in `external()`. */
  | 'invalid-argument'
  /** An operand is not a constant that schemas can hold. */
  | 'invalid-constant'
  /** An example is not a value that its schema can encode. */
  | 'invalid-example'
  /** A getter, a `where()` callback or a condition throws. */
  | 'failed-callback'
  /** User code that the schema refers to is not registered, or is not of the required kind. */
  | 'unregistered-external'

  // sizes and endings
  /** Nothing says where bytes or text end. */
  | 'missing-end'
  /** Nothing says where a list ends. */
  | 'missing-count'
  /** This kind of node does not support the ending or the prefix. */
  | 'wrong-ending'
  /** A node takes all remaining bytes, although something follows it. */
  | 'greedy-field'
  /** The content of a region can never have the region's size. */
  | 'region-misfit'
  /** A size or an offset is not a non-negative integer in range, or not a multiple of the text's code unit. */
  | 'invalid-size'
  /** A fill is not a byte, or not a code unit of the text. */
  | 'invalid-fill'
  /** A terminator is empty, too long, or not made of whole code units of the text. */
  | 'invalid-terminator'
  /** The encoding of a text is unknown. */
  | 'unknown-encoding'

  // relations
  /** `.is()` is used on a field that is not derived. */
  | 'not-derived'
  /** No relation determines a derived field. */
  | 'undetermined-field'
  /** A field of this kind cannot be derived: its formula would not determine its bytes. */
  | 'underivable-field'
  /** Derived fields depend on each other in a cycle. */
  | 'derivation-cycle'
  /** A derived field is optional, so it determines nothing when it is absent. */
  | 'optional-derived'
  /** Two relations determine the same thing. */
  | 'conflicting-relations'
  /** A relation cannot be solved for its unknown on decode. */
  | 'unsolvable-relation'
  /** A relation concerns something that its field does not have. */
  | 'misplaced-relation'
  /** A `where()` callback does not return relations, or a condition does not return an expression. */
  | 'invalid-relation'
  /** A condition has the same result for every input. */
  | 'constant-condition'
  /** A path leads to a field or flag that does not exist. */
  | 'unknown-field'
  /** An expression reads a field that is not in the value. */
  | 'hidden-field'
  /** An expression reads a field that is decoded later. */
  | 'used-before-decoded'
  /** An expression reads a field that is only peeked at, but needs its value on encode. */
  | 'peek-only'
  /** An expression reads a field that may be absent. */
  | 'absent-value'
  /** An expression uses the size, offset or tag of something that may lie in several places. */
  | 'no-single-place'
  /** A compared field is not a number, bigint, boolean or string. */
  | 'not-comparable'
  /** An expression combines values of different types. */
  | 'type-mismatch'
  /** An enumeration is compared with a value that is not one of its members. */
  | 'unknown-member'
  /** A pattern may take more than linear time for some texts. */
  | 'costly-pattern'

  // optional fields
  /** Nothing says when an optional field is present. */
  | 'missing-condition'
  /** An optional node may itself be `undefined`, so its absence would not show. */
  | 'doubly-optional'

  // unions
  /** Nothing selects the arm of a union. */
  | 'unselected-union'
  /** A union, `firstOf`, enumeration or flag set is empty. */
  | 'no-alternatives'
  /** A union falls back to an arm that does not exist. */
  | 'missing-fallback'
  /** A tag is listed twice. */
  | 'duplicate-tag'
  /** The selector never has an arm's tag. */
  | 'unmatched-tag'
  /** An earlier arm parses everything that this arm does. */
  | 'unreachable-arm'
  /** An earlier arm parses any bytes, so this arm is never tried. */
  | 'greedy-arm'
  /** A derived tag could not be computed back from the value. */
  | 'lost-tag'
  /** `rawTag` or `tags` of a union does not match its selector. */
  | 'wrong-raw-tag'

  // look-ahead
  /** A node that is tried at many offsets may take too many bytes. */
  | 'costly-look-ahead'
  /** A node that is tried ahead contains itself. */
  | 'recursive-look-ahead'
  /** A node that is tried ahead has fields at offsets. */
  | 'positioned-look-ahead'
  /** A node that is searched for may take no bytes, so it is found anywhere. */
  | 'empty-look-ahead'
  /** Elements of a list may take no bytes, so their number is unbounded. */
  | 'empty-elements'
  /** The sentinel of a list holds a value, or every element begins with it. */
  | 'wrong-sentinel'
  /** The node, the parameter or the values of a `search()` cannot be searched. */
  | 'wrong-search'

  // parameters
  /** The root reads a parameter that nothing binds. */
  | 'unbound-parameter'
  /** Two parameters with the same name differ in type, default or candidates. */
  | 'duplicate-parameter'
  /** A parameter's type, default or candidates are invalid. */
  | 'invalid-parameter'
  /** A parameter is bound to a value that it cannot have. */
  | 'wrong-binding'

  // bit fields
  /** `bits()` lacks a bit order. */
  | 'missing-bit-order'
  /** Bit fields that share bytes have different bit orders. */
  | 'mixed-bit-orders'
  /** Bit fields do not fill their bytes or their word. */
  | 'unfilled-bits'
  /** Bit fields take more bits than their word has, or an integer is wider than supported. */
  | 'too-many-bits'
  /** The word of `bits()` is not an unsigned integer with a byte order, or its fields are not bit fields. */
  | 'wrong-word'
  /** An expression or a span cuts through bytes that bit fields share. */
  | 'shared-bytes'

  // enumerations, flags, constants
  /** An enumeration or flag set is based on a node whose numbers or bits it cannot name. */
  | 'wrong-base'
  /** Two members or flags have the same number. */
  | 'duplicate-number'
  /** A member or flag has a number that its integer cannot hold. */
  | 'number-out-of-range'
  /** A constant is not a value of its node. */
  | 'wrong-literal'

  // checksums
  /** A field cannot hold the checksum that is computed for it. */
  | 'wrong-checksum-field'
  /** A checksum depends on something that depends on the checksum. */
  | 'checksum-cycle'
  /** A virtual header, or one of its values, cannot be computed. */
  | 'wrong-virtual-header'
  /** A span does not go from a field to the same field or a later one of its struct. */
  | 'wrong-span'

  // positions
  /** Nothing gives the offset of a field, or says which elements have a node. */
  | 'missing-offset'
  /** The offset of a field, or the list that gives the offsets of several, cannot determine where they lie. */
  | 'wrong-offset';
