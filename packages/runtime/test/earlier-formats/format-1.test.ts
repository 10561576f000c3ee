import { describe, expect, test } from 'vitest';
import * as codec from '../../src/codec.js';
import * as runtime from '../../src/index.js';

/** Functions that code of output format 1 imports, from the first generator of that format to the last one. */
const FUNCTIONS = `
  afterLast atPath bigVarintAt blankedSpan byteCount canReadAttempt chargeAttempt checkBigint
  checkBoolean checkBooleanByte checkBytes checkDepth checkFilling checkFloat checkFloatOrNaN
  checkGiven checkInteger checkKeys checkList checkObject checkScalar checkSize checkTag
  checkTypedArray checkUnknownBits checkedVarintSize checksumOf claim closeClaims closeInput
  computeNumber confirmDecisions crc32 createOutput customAt customBytes decide decodeFailure
  decodeInput decodeText describe describeNaN describeResult encodeFailure encodeValue endOfVarint
  enterStruct equalBytes equalValues exactBigint exactDifference exactProduct exactQuotient exactSum
  findOther findTerminator firstMissing getBigInt getBigUint getFloat16 getInt getUint inputAhead
  internetChecksum invalidVarint isCanonicalNaN isChecksum isSize isSpent joinBytes keepNaN keyBytes
  leaveStruct matchRegion nestedIn noArm noMember normalizeZero noteReach openClaims openInput
  paddedVarintSize paddingTo parameterOfLength payForAttempt placeGaps placePart positionAt
  presenceTexts processBytes readBigInt64Array readBigUint64Array readBitsBe readBitsLe
  readFloat32Array readFloat64Array readInt16Array readInt32Array readInt8Array readRegion
  readUint16Array readUint32Array readUint8Array reverseGroups rotateBytes safeNumber selectsArm
  setBigInt setFloat setInt sizeOfClaims sizeOfValue solveParameter spanOf takeBytes takeElements
  takeEmptyElements takeFilling takeGaps takeScan takeText textAt textSize trailingBytes trimFill
  unexpectedEnd unlikeTexts varintAt varintSize virtualBytes withPadding withoutPadding
  withoutPayload writeBitsBe writeBitsLe writeBytes writeEmptyElements writeFill writeFilling
  writeGaps writeNumberArray writePaddedVarint writePosition writeRegion writeTerminator writeText
  writeVarint xorBytes
`
  .trim()
  .split(/\s+/);

describe('code of output format 1', () => {
  const exported: Readonly<Record<string, unknown>> = runtime;

  test('finds every name that it imports, so that Node links it', () => {
    expect(FUNCTIONS).toHaveLength(148);
    expect(FUNCTIONS.filter((name) => typeof exported[name] !== 'function')).toEqual([]);
    expect(exported.DEFAULT_LIMITS).toMatchObject({ depth: 128 });
  });

  test('is refused in one line that names the command', () => {
    const line =
      'This code was generated in output format 1, which @bytewright/runtime no longer runs: run "bytewright generate"';
    expect(() => runtime.decodeInput()).toThrow(new Error(line));
    expect(() => runtime.encodeValue()).toThrow(new Error(line));
    expect(() => runtime.sizeOfValue()).toThrow(new Error(line));
  });

  test('shares nothing with the door of present code but what users have', () => {
    const present: Readonly<Record<string, unknown>> = codec;
    const shared = Object.keys(exported).filter((name) => exported[name] === present[name]);
    expect(shared.sort()).toEqual([
      'DEFAULT_LIMITS',
      'DecodeError',
      'EncodeError',
      'GREATEST_DEPTH',
      'isDecodeError',
      'isEncodeError',
    ]);
  });
});
