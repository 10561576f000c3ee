import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/emit/code.js';
import { block, render } from '../../src/emit/code.js';
import { tidy } from '../../src/emit/tidy/tidy.js';

/** The statements that remain of a function's, which may use what generated functions are given. */
function composed(...code: Code): readonly string[] {
  const head = 'export function f(input: Input, bytes: Uint8Array, start: number, end: number): void {';
  const lines = tidy(`${head}\n${render(code)}\n}\n`).split('\n');
  return lines.slice(1, -2);
}

const CALL = (path: string): readonly string[] => [
  'input.offset = offset;',
  `readMember(input, '${path}', readPart);`,
  'offset = input.offset;',
];

describe('the handing over of offsets', () => {
  test('goes between members that follow one another, and at both ends', () => {
    expect(
      composed(
        'const { view } = input;',
        'let offset = input.offset;',
        ...CALL('a'),
        ...CALL('b'),
        'input.offset = offset;',
      ),
    ).toEqual(["readMember(input, 'a', readPart);", "readMember(input, 'b', readPart);"]);
  });

  test('stays where the offset has moved, and where it is asked for', () => {
    expect(
      composed(
        'let offset = input.offset;',
        'const n = view.getUint8(offset);',
        'offset += 1;',
        '// a: Part at 1',
        ...CALL('a'),
        'use(n, view.getUint8(offset));',
        'input.offset = offset;',
      ),
    ).toEqual([
      'let offset = input.offset;',
      'const n = view.getUint8(offset);',
      'input.offset = offset + 1;',
      '// a: Part at 1',
      "readMember(input, 'a', readPart);",
      'offset = input.offset;',
      'use(n, view.getUint8(offset));',
    ]);
  });

  test('is kept behind a condition under which somebody else has moved', () => {
    const optional = block('if (has)', CALL('a'));
    expect(
      composed('let offset = input.offset;', ...optional, ...CALL('b'), 'input.offset = offset;'),
    ).toEqual(["if (has) readMember(input, 'a', readPart);", "readMember(input, 'b', readPart);"]);
    const either = ['if (has) {', { body: ['offset += 4;'] }, '} else {', { body: CALL('a') }, '}'];
    expect(
      composed('let offset = input.offset;', ...either, ...CALL('b'), 'input.offset = offset;'),
    ).toContain('input.offset = offset;');
  });

  test('is kept where an error is told by it', () => {
    const code = [
      'try {',
      { body: ['offset += 1;', ...CALL('a')] },
      '} catch (error) {',
      { body: ['throw atPath(error, pathAt(offset - start));'] },
      '}',
    ];
    expect(composed('let offset = input.offset;', ...code, 'input.offset = offset;')).toContain(
      'offset = input.offset;',
    );
  });

  test('is kept around a function that has an offset of its own', () => {
    const closure = [
      'const a = readRegion(input, made, offset, (input) => {',
      { body: ['let offset = 0;', 'input.offset = offset;', 'return readPart(input);'] },
      '});',
    ];
    const inSwitch = block('switch (kind)', block('case 0:', [...closure, 'offset = end;', 'break;']));
    expect(composed('let offset = input.offset;', ...inSwitch, 'input.offset = offset;').slice(-1)).toEqual([
      'input.offset = offset;',
    ]);
  });
});

describe('what a look-ahead gives up on', () => {
  const guard = (condition: string): Code => block(`if (${condition})`, ['return -1;']);

  test('is one condition, with ranges as a person writes them', () => {
    expect(
      composed(
        'let offset = start;',
        ...guard('!(version >= 2)'),
        ...guard('!(version <= 2)'),
        ...guard('end - offset < 25'),
        'offset += 25;',
        'return offset;',
      ),
    ).toEqual(['return version !== 2 || end - start < 25 ? -1 : start + 25;']);
    expect(composed(...guard('!(version >= 1)'), ...guard('!(version <= 3)'), 'return f();')).toEqual([
      'return !(version >= 1 && version <= 3) ? -1 : f();',
    ]);
    expect(composed(...guard('a && b'), ...guard('c'), 'use();')).toEqual([
      'if ((a && b) || c) return -1;',
      'use();',
    ]);
  });

  test('is tested once for bytes that are only passed over', () => {
    const pass = (when: string, size: number): Code => [
      ...block(`if (${when})`, [`offset += ${size};`]),
      ...guard('offset > end'),
    ];
    expect(composed('let offset = start + f();', ...pass('a', 4), ...pass('b', 8), 'return offset;')).toEqual(
      [
        'let offset = start + f();',
        'if (a) offset += 4;',
        'if (b) offset += 8;',
        'return offset > end ? -1 : offset;',
      ],
    );
    const looked = composed(
      'let offset = start + f();',
      ...pass('a', 4),
      'use(bytes[offset]);',
      'return offset;',
    );
    expect(looked).toContain('if (offset > end) return -1;');
  });

  test('takes what another look-ahead gives as it is', () => {
    expect(
      composed(
        'let offset = start;',
        'offset = matchPart(bytes, view, offset, end);',
        ...guard('offset < 0'),
        'return offset;',
      ),
    ).toEqual(['return matchPart(bytes, view, start, end);']);
  });
});

test('a name in quotes, and in a remark, is no use of a variable', () => {
  expect(
    composed(
      'const { view } = input;',
      'let offset = input.offset;',
      ...CALL('offset2'),
      "check(value, 'offset'); // the offset",
      'input.offset = offset;',
    ),
  ).toEqual(["readMember(input, 'offset2', readPart);", "check(value, 'offset'); // the offset"]);
});

describe('what is only written down in steps', () => {
  test('is one sum at the end, where it is short', () => {
    const sum = ['let size = 4;', 'check(start);', 'size += a(start);', 'size += b(end);', 'return size;'];
    expect(composed(...sum)).toEqual(['check(start);', 'return 4 + a(start) + b(end);']);
    const typed = ['check(start);', 'const found: 0 = 0;', 'return found;'];
    expect(composed(...typed)).toEqual(typed);
    const choice = ['let size = 4;', 'size += start > 0 ? 1 : 2;', 'size += b(end);', 'return size;'];
    expect(composed(...choice)).toEqual([...choice.slice(0, 2), 'return size + b(end);']);
    const asked = ['let size = 4;', 'check(size);', 'size += 1;', 'size += b(end);', 'return size;'];
    expect(composed(...asked)).toEqual([...asked.slice(0, 3), 'return size + b(end);']);
  });

  test('is assigned at once, unless somebody looks in between', () => {
    const optional = (...between: readonly string[]): Code => [
      'let part: Part | undefined;',
      ...block('if (has)', ['const found = readPart(input);', ...between, 'part = found;']),
      'use(part);',
    ];
    expect(composed(...optional('use(1);'))).toContain('part = readPart(input);');
    expect(composed(...optional('use(part);'))).toContain('part = found;');
    expect(composed(...optional('use(found);'))).toContain('part = found;');
    const typed = ['const found: 0 = read(end);', 'part = found;'];
    expect(composed('let part: 0;', ...block('if (start)', typed), 'use(part);')).toContain('part = found;');
  });

  test('is taken apart with the rest of its object, if that has not moved', () => {
    const code = (between: string): Code => [
      'const { view, end } = input;',
      between,
      'const offset = input.offset;',
      'use(view, end, offset);',
    ];
    expect(composed(...code('check(input.offset);'))).toEqual([
      'const { view, end, offset } = input;',
      'check(offset);',
      'use(view, end, offset);',
    ]);
    expect(composed(...code('skip(input);'))).toEqual([
      'const { view, end } = input;',
      'skip(input);',
      'const { offset } = input;',
      'use(view, end, offset);',
    ]);
  });
});
