/** Whether this machine keeps the least significant byte first. */
export const hostIsLittleEndian: boolean =
  /*@__PURE__*/ new Uint8Array(/*@__PURE__*/ new Uint16Array([1]).buffer)[0] === 1;
