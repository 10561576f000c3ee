import { count, EXIT, printable } from '@bytewright/cli';
import { fieldsIn } from '@bytewright/schema-dsl/inspect';
import type { Place } from '../../containers/place.js';
import type { OpenedSection } from '../../open/opened-section.js';
import type { SelectedField } from '../../open/select.js';
import { select } from '../../open/select.js';
import type { FieldStyle } from '../field-lines.js';
import { fieldLines } from '../field-lines.js';
import { inflatedSize } from '../inflated-size.js';
import { LIMIT_OPTION } from '../limit-option.js';
import { nameOf } from '../load.js';
import { OPEN_OPTIONS, openInput } from '../open-input.js';
import type { Command } from '../session.js';
import { withPathErrors } from '../with-path-errors.js';

/** `devstate show`: fields for people. */
export const show: Command = {
  operands: [{ name: 'FILE' }, { name: 'PATH', optional: true, repeats: true }],
  about: `Shows the fields of all devices, or of those that PATHs mean. Numbers from 10 on are also in base 16, bytes in base
16 only; long lists are folded. A payload that no schema describes is shown as bytes.

PATH begins with a section: its name, with #INSTANCE or @ID where several have it (dma#1, slirp@7), its whole name
in double quotes ("0000:00:02.0/cirrus_vga"), or sections[3]. Fields follow: mc146818rtc.cmosData[9],
fdc.drives[0].track. QEMU's own names do as well: mc146818rtc.cmos_data[9]. Several sections of that name are all
shown.

FILE may be gzip'd. - is standard input.`,
  options: [
    { name: 'all', short: 'a', help: 'long lists as a whole, and fields that are not there in this file' },
    { name: 'wire', short: 'w', help: "QEMU's name behind a field's name, where it is another one" },
    { name: 'docs', short: 'd', help: 'what is known about a field, above it' },
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'shown',
    1: 'the file has a problem',
    2: 'wrong usage (also a path that leads nowhere), or a file that cannot be read',
  },

  async run(args, session) {
    const [, ...paths] = args.operands;
    const file = args.operand(0);
    const { out } = session;
    const input = await openInput(file, args, session);
    const selected = withPathErrors(() =>
      paths.length === 0
        ? input.sections.map((section): SelectedField => ({ section, field: undefined }))
        : paths.flatMap((path) => select(input.sections, path)),
    );
    const { codec, report } = input.opened;
    const style = {
      all: args.has('all'),
      wire: args.has('wire'),
      docs: args.has('docs'),
      colors: out.colors,
    };
    if (paths.length === 0)
      await out.line(
        `${out.colors.bold(nameOf(file))}: ${inflatedSize(input.place.size, { gzip: input.members > 1, members: input.members })}, ${count(report.sections.length, 'section')}, read as of ${codec.title}`,
      );
    for (const one of selected) {
      if (out.isClosed) break;
      await out.pieces(linesOf(one, style, input.place));
    }
    return EXIT.yes;
  },
};

function* linesOf({ section, field }: SelectedField, style: FieldStyle, place: Place): Generator<string> {
  yield `${headLine(section, style, place)}\n`;
  if (field !== undefined) {
    yield* fieldLines([{ ...field, label: field.path.replace(/^state\./, '') }], style);
    return;
  }
  const members = section.fields();
  const state = members.find(({ label }) => label === 'state');
  const fields = state === undefined ? members.filter(({ label }) => label === 'payload') : fieldsIn(state);
  yield* fieldLines(fields, style);
}

function headLine(
  { index, name, report }: OpenedSection,
  { colors }: FieldStyle,
  { offsetOf }: Place,
): string {
  const { idstr, instanceId, versionId, sectionId, payloadLength, payloadOffset, device } = report;
  const path = idstr === name ? '' : ` at ${printable(idstr.slice(0, -name.length - 1))}`;
  const version = versionId < 0x10000 ? String(versionId) : `0x${versionId.toString(16)}`;
  const how = device === null ? ', not understood' : device === name ? '' : `, read as ${device}`;
  return `${colors.bold(printable(name))}${path}: sections[${index}], id ${sectionId}, instance ${instanceId}, version ${version}, ${count(payloadLength, 'byte')} at ${offsetOf(payloadOffset)}${how}`;
}
