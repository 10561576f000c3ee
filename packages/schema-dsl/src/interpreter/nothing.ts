/** Stands in for the value of nodes without one: constants, sentinels, derived structs. Enough to encode it, with nothing to read from it. */
export const NOTHING: object = Object.freeze({});
