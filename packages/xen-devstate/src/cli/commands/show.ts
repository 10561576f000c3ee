import type { Arguments } from '@bytewright/cli';
import { count, EXIT, printable } from '@bytewright/cli';
import { fieldsIn } from '@bytewright/schema-dsl/inspect';
import type { Place } from '../../containers/place.js';
import type { OpenedSection } from '../../open/opened-section.js';
import type { SelectedField } from '../../open/select.js';
import { select } from '../../open/select.js';
import { writtenBy } from '../../open/written-by.js';
import type { FieldStyle } from '../field-lines.js';
import { fieldLines } from '../field-lines.js';
import { inflatedSize } from '../inflated-size.js';
import { LIMIT_OPTION } from '../limit-option.js';
import { nameOf } from '../load.js';
import { OPEN_OPTIONS, openInput } from '../open-input.js';
import type { Command } from '../session.js';
import { withPathErrors } from '../with-path-errors.js';
import { writtenByLine } from '../written-by-line.js';

/** `devstate show`: shows fields in readable form. */
export const show: Command = {
  operands: [{ name: 'FILE' }, { name: 'PATH', optional: true, repeats: true }],
  about: `Shows the fields of all devices, or of the given PATHs. Numbers from 10 up are also shown in hexadecimal, bytes in
hexadecimal only; long lists are abbreviated. A payload that no schema describes is shown as bytes.

PATH begins with a section: its name, followed by #INSTANCE or @ID if the name is not unique (dma#1, slirp@7), its
full name in double quotes ("0000:00:02.0/cirrus_vga"), or sections[3]. Fields follow: mc146818rtc.cmosData[9],
fdc.drives[0].track. QEMU's own names are accepted too: mc146818rtc.cmos_data[9]. If several sections match, all of
them are shown.

FILE may be gzip'd. - is standard input.`,
  options: [
    { name: 'all', short: 'a', help: 'show long lists in full, and fields that are absent in this file' },
    { name: 'wire', short: 'w', help: "show QEMU's name after a field's name if it differs" },
    { name: 'docs', short: 'd', help: 'show the documentation of each field above it' },
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'shown',
    1: 'the file has a problem',
    2: 'wrong usage (including an unknown path), or a file that cannot be read',
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
        `${out.colors.bold(nameOf(file))}: ${inflatedSize(input.place.size, { gzip: input.members > 1, members: input.members })}, ${count(report.sections.length, 'section')}, decoded as ${codec.title}`,
      );
    const line =
      paths.length > 0 ? undefined : writtenByLine(writtenBy(input.opened, input.bytes, askedOf(args)));
    if (line !== undefined) await out.line(line);
    for (const one of selected) {
      if (out.isClosed) break;
      await out.pieces(linesOf(one, style, input.place));
    }
    return EXIT.yes;
  },
};

/** What somebody asked to read the file by; `undefined` where it was guessed. */
function askedOf(args: Arguments): readonly string[] | undefined {
  return ['catalog', 'qemu', 'layout'].some((name) => args.get(name) !== undefined) ? [] : undefined;
}

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
  const how = device === null ? ', verbatim' : device === name ? '' : `, decoded as ${device}`;
  return `${colors.bold(printable(name))}${path}: sections[${index}], id ${sectionId}, instance ${instanceId}, version ${version}, ${count(payloadLength, 'byte')} at ${offsetOf(payloadOffset)}${how}`;
}
