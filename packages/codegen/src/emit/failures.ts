import type { Code } from './code.js';
import { block, call } from './code.js';
import type { FunctionEmitter } from './emitter.js';
import { quote } from './names.js';

/** Throws, or gives up the attempt where the function only looks ahead. */
export function failing(emitter: FunctionEmitter, thrown: Code): Code {
  return emitter.direction === 'match' ? ['return -1;'] : thrown;
}

/** Fails unless `size` bytes are left: `size` is a number or an expression. */
export function need(size: string, type: string, emitter: FunctionEmitter, at = 'offset'): Code {
  const left = at === 'offset' ? `${emitter.end} - offset` : `${emitter.end} - (${at})`;
  return block(
    `if (${left} < ${size})`,
    failing(
      emitter,
      emitter.direction === 'match'
        ? []
        : [call('throw ', emitter.imports.runtime('unexpectedEnd'), [at, quote(emitter.path), type, left])],
    ),
  );
}

/**
 * Throws a decode error (or gives up the attempt). `expected` and `found` are expressions; where one spreads both texts,
 * there is no `found`.
 */
export function decodeFailure(
  code: string,
  at: string,
  expected: string,
  found: string | undefined,
  emitter: FunctionEmitter,
): Code {
  if (emitter.direction === 'match') return ['return -1;'];
  return [
    call('throw ', emitter.imports.runtime('decodeFailure'), [
      quote(code),
      at,
      quote(emitter.path),
      expected,
      ...(found === undefined ? [] : [found]),
    ]),
  ];
}

/** Throws a decode error where more has been looked at than what is in front of its offset: all bytes up to `end`. */
export function farFailure(
  code: string,
  at: string,
  expected: string,
  found: string,
  end: string,
  emitter: FunctionEmitter,
): Code {
  const thrown = decodeFailure(code, at, expected, found, emitter);
  if (emitter.direction === 'match') return thrown;
  return [call('', emitter.imports.runtime('noteReach'), ['input', end]), ...thrown];
}

/** Throws an encode error; see {@link decodeFailure}. */
export function encodeFailure(
  code: string,
  at: string,
  expected: string,
  found: string | undefined,
  emitter: FunctionEmitter,
): Code {
  return [
    call('throw ', emitter.imports.runtime('encodeFailure'), [
      quote(code),
      at,
      quote(emitter.path),
      expected,
      ...(found === undefined ? [] : [found]),
    ]),
  ];
}

/** Throws the error for a check that does not hold, or gives up the attempt; see {@link decodeFailure}. */
export function checkFailure(
  code: string,
  at: string,
  expected: string,
  found: string | undefined,
  emitter: FunctionEmitter,
): Code {
  const isEncode = emitter.direction === 'write';
  if (emitter.direction === 'match' || code !== 'check-failed')
    return (isEncode ? encodeFailure : decodeFailure)(code, at, expected, found, emitter);
  const failed = emitter.imports.runtime(isEncode ? 'valueFailed' : 'checkFailed');
  const texts = found === undefined ? [expected] : [expected, found];
  return [call('throw ', failed, [at, quote(emitter.path), ...texts])];
}

/** Throws the error of a constant that is not there (or gives up the attempt). */
export function wrongConstant(at: string, expected: string, found: string, emitter: FunctionEmitter): Code {
  if (emitter.direction === 'match') return ['return -1;'];
  const failed = emitter.imports.runtime('wrongConstant');
  return [call('throw ', failed, [at, quote(emitter.path), expected, found])];
}

/** Throws the error of bytes without an end (or gives up the attempt); `left` is how many there are. */
export function noBoundary(at: string, expected: string, left: string, emitter: FunctionEmitter): Code {
  if (emitter.direction === 'match') return ['return -1;'];
  return [call('throw ', emitter.imports.runtime('noBoundary'), [at, quote(emitter.path), expected, left])];
}

/** `describe(value)`, importing it. */
export function described(value: string, emitter: FunctionEmitter): string {
  return `${emitter.imports.runtime('describe')}(${value})`;
}

/** The offset argument of encode errors: unknown while sizes are added up. */
export function errorOffset(emitter: FunctionEmitter): string {
  return emitter.direction === 'size' ? 'undefined' : 'offset';
}

/** Runs code whose errors get `segment` put in front of their paths. */
export function within(segment: string, code: Code, emitter: FunctionEmitter): Code {
  if (segment === "''") return code;
  const thrown = `throw ${emitter.imports.runtime('atPath')}(error, ${segment});`;
  return ['try {', { body: code }, '} catch (error) {', { body: [thrown] }, '}'];
}

/** The path of a member below the current one. */
export function joined(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}
