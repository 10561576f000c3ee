import { complain, EXIT } from '@bytewright/cli';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import { writtenBy } from '../../open/written-by.js';
import { describeProblem } from '../describe-problem.js';
import { JSON_OPTION } from '../json-option.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import { loadDeviceState } from '../load.js';
import { OPEN_OPTIONS, openOptionsOf } from '../open-input.js';
import { readState } from '../read-state.js';
import type { Command } from '../session.js';
import { showReading } from '../show-reading.js';
import { STRICT_OPTION } from '../strict-option.js';

/** `devstate list`: lists the sections of a file. */
export const list: Command = {
  operands: [{ name: 'FILE' }],
  about: `Lists the sections of a device-state file: offset, id, name, instance, version, payload size, whether it has a
footer, how its end was found (footer, header: next section header, eof: end of file), how its payload was decoded
(schema: field by field, description: field by field as described by OTHER, verbatim: kept as bytes), and as which
device.
For a damaged file, lists everything before the damage, then the error. Bytes after the state are reported too.
No file says which QEMU wrote it. If that is uncertain, or another version than the catalog's wrote the file, a
line says so; --json reports it as writtenBy.

Offsets and sizes refer to the whole file, even if the state is inside a saved image or a migration stream.

FILE may be gzip'd; offsets are then those of the inflated bytes. - is standard input.`,
  options: [JSON_OPTION, STRICT_OPTION, ...OPEN_OPTIONS, LIMIT_OPTION],
  exitCodes: {
    0: 'undamaged',
    1: 'damaged, or bytes follow the state and --strict is given',
    2: 'wrong usage, or a file that cannot be read',
  },

  async run(args, session) {
    const file = args.operand(0);
    const options = await openOptionsOf(args);
    const loaded = await loadDeviceState(file, limitOf(args), session.host);
    const reading = await readState(loaded, options);
    const { opened, state } = reading;
    const writer = opened && writtenBy(opened, state, options.catalogs ?? (options.layout && []));
    if (args.has('json')) {
      await session.out.line(jsonText({ file, ...reading.report, writtenBy: writer ?? null }));
    } else {
      await showReading(file, reading, loaded, { trailing: reading.trailing, writer }, session.out);
      if (reading.error)
        await complain(session, describeProblem(file, reading.error, reading.damagedSection));
    }
    const isRefused = args.has('strict') && reading.trailing.length > 0;
    return reading.error === undefined && !isRefused ? EXIT.yes : EXIT.no;
  },
};
