/**
 * The kind of a definition fault. The comments say what each means; `docs/errors.md` shows one schema of each kind, its
 * message and the cure.
 */
export type SchemaErrorCode =
  // names
  /** A struct, field, arm, member or parameter has a name that is not an identifier, or reads as a number. */
  | 'invalid-name'
  /** A name means something else already: to JavaScript objects, to generated code, or in the value itself. */
  | 'reserved-name'
  /** Two different structs have one name, which is the name of a type. */
  | 'duplicate-struct'
  /** Two members of one value have one name, or names that differ only in case and underscores. */
  | 'duplicate-member'

  // structure
  /** Something that is not a node of the language stands where one is expected. */
  | 'not-a-node'
  /** A construct stands where it means nothing, or cannot work. */
  | 'misplaced-construct'
  /** A struct always contains itself, so no value of it is finite. */
  | 'endless-struct'
  /** Nodes are nested more deeply than the stack has room for. */
  | 'nested-too-deeply'
  /** An argument of one of the language's functions is not what it takes, such as code that `external()` has not named. */
  | 'invalid-argument'
  /** What is compared or computed with is not a constant that schemas can hold. */
  | 'invalid-constant'
  /** An example is not a value that its schema can encode. */
  | 'invalid-example'
  /** A getter, a `where()` or a condition of the author's throws. */
  | 'failed-callback'
  /** Code of the author's that the schema names is not registered, or not of the kind that is called. */
  | 'unregistered-external'

  // sizes and endings
  /** Nothing says where bytes or text end. */
  | 'missing-end'
  /** Nothing says where a list ends. */
  | 'missing-count'
  /** An ending, or a prefix, is not one that this kind of node can have. */
  | 'wrong-ending'
  /** A node takes all bytes that are left, although something follows it. */
  | 'greedy-field'
  /** The content of a region never has the region's size. */
  | 'region-misfit'
  /** A size or an offset is not a non-negative integer in range, or not one that the text's units can fill. */
  | 'invalid-size'
  /** What fills unused bytes is not a byte, or not a unit of the text. */
  | 'invalid-fill'
  /** A terminator is empty, too long, or not made of whole units of the text. */
  | 'invalid-terminator'
  /** Text has an encoding that is not known. */
  | 'unknown-encoding'

  // relations
  /** `.is()` is said of a field that is not derived. */
  | 'not-derived'
  /** No relation determines a derived field. */
  | 'undetermined-field'
  /** A field of this kind cannot be derived: what it follows from would not determine it, byte for byte. */
  | 'underivable-field'
  /** Derived fields follow from one another, in a circle. */
  | 'derivation-cycle'
  /** A derived field is optional, so it determines nothing where it is absent. */
  | 'optional-derived'
  /** Two relations decide the same thing. */
  | 'conflicting-relations'
  /** A relation cannot be solved for what is unknown while bytes are read. */
  | 'unsolvable-relation'
  /** A relation speaks of something that its field does not have. */
  | 'misplaced-relation'
  /** A `where()`, or a condition in it, does not give relations or an expression. */
  | 'invalid-relation'
  /** A condition has the same outcome whatever is read. */
  | 'constant-condition'
  /** A path leads to a field or flag that does not exist. */
  | 'unknown-field'
  /** An expression reads a field that is not in the value. */
  | 'hidden-field'
  /** An expression reads a field that is decoded later. */
  | 'used-before-decoded'
  /** An expression reads a field that was only peeked at, where its value must be known on encode. */
  | 'peek-only'
  /** An expression reads a field that may be absent. */
  | 'absent-value'
  /** An expression asks for the size, offset or tag of something that may lie in several places. */
  | 'no-single-place'
  /** A field is compared that is not a number, bigint, boolean or string. */
  | 'not-comparable'
  /** An expression combines values of different types. */
  | 'type-mismatch'
  /** An enumeration is compared with what is not one of its members. */
  | 'unknown-member'
  /** A pattern may take more than linear time on some text. */
  | 'costly-pattern'

  // optional fields
  /** Nothing says when an optional field is there. */
  | 'missing-condition'
  /** What is optional may be `undefined` itself, so its absence would not show. */
  | 'doubly-optional'

  // unions
  /** Nothing selects the arm of a union. */
  | 'unselected-union'
  /** A union, `firstOf`, enumeration or set of flags has nothing to choose from. */
  | 'no-alternatives'
  /** A union falls back to an arm that is not there. */
  | 'missing-fallback'
  /** One tag is given twice. */
  | 'duplicate-tag'
  /** An arm's tag is one that the selector never has. */
  | 'unmatched-tag'
  /** An earlier arm parses all that this arm does. */
  | 'unreachable-arm'
  /** An earlier arm parses any bytes, so this arm is never tried. */
  | 'greedy-arm'
  /** A derived tag could not be computed back from the value. */
  | 'lost-tag'
  /** `rawTag` or `tags` of a union do not go with what selects its arm. */
  | 'wrong-raw-tag'

  // look-ahead
  /** What is tried at many places may take more bytes than are looked at. */
  | 'costly-look-ahead'
  /** What is tried ahead contains itself. */
  | 'recursive-look-ahead'
  /** What is tried ahead has fields at offsets. */
  | 'positioned-look-ahead'
  /** What is looked for ahead may take no bytes, so it is found anywhere. */
  | 'empty-look-ahead'
  /** Elements of a list may take no bytes, so their number has no bound. */
  | 'empty-elements'
  /** The end of a list holds a value, or every element begins like it. */
  | 'wrong-sentinel'
  /** `search()` tries a node, a parameter or values that cannot be searched. */
  | 'wrong-search'

  // parameters
  /** The root reads a parameter that nothing binds. */
  | 'unbound-parameter'
  /** Two parameters of one name differ in type, default or candidates. */
  | 'duplicate-parameter'
  /** A parameter's type, default or candidates are not such as a parameter can have. */
  | 'invalid-parameter'
  /** A parameter is bound to a value that it cannot have. */
  | 'wrong-binding'

  // bit fields
  /** Nothing says which end of its word `bits()` begins with. */
  | 'missing-bit-order'
  /** Bit fields that share bytes count their bits from different ends, or say nothing about it. */
  | 'mixed-bit-orders'
  /** Bit fields do not fill their bytes or their word. */
  | 'unfilled-bits'
  /** Bit fields take more bits than their word has, or an integer more than it can. */
  | 'too-many-bits'
  /** The word of `bits()` is not an unsigned integer with a byte order, or its fields are not bit fields. */
  | 'wrong-word'
  /** An expression or a span cuts through bytes that bit fields share. */
  | 'shared-bytes'

  // enumerations, flags, constants
  /** An enumeration or flags are of a node that they cannot name the numbers or bits of. */
  | 'wrong-base'
  /** Two members or flags have one number. */
  | 'duplicate-number'
  /** A member or flag has a number that its integer cannot hold. */
  | 'number-out-of-range'
  /** A constant is not a value of its node. */
  | 'wrong-literal'

  // checksums
  /** A field cannot hold the checksum that is computed for it. */
  | 'wrong-checksum-field'
  /** Something would have to be known before a checksum that only follows from it. */
  | 'checksum-cycle'
  /** A virtual header, or a value given to it, cannot be computed. */
  | 'wrong-virtual-header'
  /** A span does not go from a field to the same or a later one of its struct. */
  | 'wrong-span'

  // positions
  /** Nothing says where a field lies, or which elements have one. */
  | 'missing-offset'
  /** The offset that places a field, or the list that places several, cannot say where they lie. */
  | 'wrong-offset';
