import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/open/opened-file.js';
import { capture } from '../captures.js';
import { fixturePath } from '../command/fixture-path.js';
import { compareWithTrace, parseTrace } from '../trace.js';

const text = gunzipSync(readFileSync(fixturePath('xen-4.17/stdvga-traced.vmstate-trace.txt.gz'))).toString();
const SECTIONS = 23;

const opened = () => openFile(capture('xen-4.17/stdvga-traced.dev.gz').bytes, { catalogs: ['qemu-7.2-xen'] });

describe('explain, compared with a trace of QEMU writing the file', () => {
  // the guest was saved twice while the trace was on; each event `n_elems` represents a field
  test.each([
    ['first', 0],
    ['second', SECTIONS],
  ])('has the same fields, order and numbers of elements as the %s of two saves', async (_, from) => {
    const sections = parseTrace(text);
    expect(sections).toHaveLength(2 * SECTIONS);
    const comparison = compareWithTrace(await opened(), sections.slice(from, from + SECTIONS));
    expect(comparison).toEqual({
      fields: text.match(/^vmstate_n_elems /gm)!.length / 2 - 1,
      elements: 1376,
      differences: [],
      checks: ['hpet num_timers in range'],
    });
  });

  test.each([
    ['another name', 'irq_coalesced', 'irq_collapsed', 'has irq_coalesced, not irq_collapsed'],
    ['another count', /irq_count(\[|: )128/g, 'irq_count$1127', 'PCIBUS.irq_count has 128 elements, not 127'],
    ['another struct', /\bdma_regs\b/g, 'dma_rags', 'dma.regs[0] is a dma_regs, not a dma_rags'],
    [
      'another subsection',
      /fdrive\/media_rate/g,
      'fdrive/media_kate',
      'fdrive/media_rate, not fdrive/media_kate',
    ],
    ['another section', 'vmstate_save ioapic,', 'vmstate_save iopic,', 'not timer'],
    ['a missing field', /^.*\bhalted\b.*\n/gm, '', 'cpu_common has halted, not interrupt_request'],
  ])('detects %s', async (_, pattern, replacement, difference) => {
    const sections = parseTrace(text.replaceAll(pattern, replacement)).slice(0, SECTIONS);
    const { differences } = compareWithTrace(await opened(), sections);
    expect(differences.join('\n')).toContain(difference);
  });

  test('a truncated trace is rejected', () => {
    expect(() => parseTrace(text.slice(0, 3000))).toThrow(/of a vmstate trace$/);
  });
});

test('parses a trace from the log backend, including other events', () => {
  const events = [
    '1234@1700000000.000001:vmstate_save 0000:00:02.0/toaster, toaster',
    '1234@1700000000.000001:vmstate_save_state_top toaster',
    '1234@1700000000.000001:vmstate_save_state_pre_save_res toaster/0',
    '1234@1700000000.000002:vmstate_n_elems slots: 2',
    'kvm_vm_ioctl type 0x4030ae7b',
    '1234@1700000000.000002:vmstate_save_state_loop toaster/slots[2]',
    '1234@1700000000.000003:vmstate_subsection_save_top toaster',
    '1234@1700000000.000004:vmstate_save slirp, (old)',
  ];
  expect(parseTrace(events.join('\n'))).toEqual([
    {
      idstr: '0000:00:02.0/toaster',
      struct: { name: 'toaster', fields: [{ name: 'slots', count: 2, structs: [] }], subsections: [] },
    },
    { idstr: 'slirp', struct: undefined },
  ]);
});
