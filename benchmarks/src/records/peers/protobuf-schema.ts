/** The records in the language of Protocol Buffers. Fields of fixed size are so here, too, as far as there are such types. */
export const PROTO = `
syntax = "proto3";
package records;
enum Kind { ALPHA = 0; BETA = 1; GAMMA = 2; }
message Tag { uint32 key = 1; fixed32 value = 2; }
message Row {
  fixed32 id = 1;
  Kind kind = 2;
  uint32 flags = 3;
  fixed64 created = 4;
  double latitude = 5;
  double longitude = 6;
  sint32 temperature = 7;
  float score = 8;
  bool active = 9;
  string name = 10;
  string note = 11;
  repeated Tag tags = 12;
}
message Table { repeated Row rows = 1; }
`;

/** Names of kinds, by their numbers. */
export const KINDS = ['alpha', 'beta', 'gamma'] as const;
