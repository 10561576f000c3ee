/** Stands for the value of what has none: constants, sentinels, derived structs. Enough to write it, nothing to read from it. */
export const NOTHING: object = Object.freeze({});
