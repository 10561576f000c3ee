import { describe, joinBytes } from '@bytewright/runtime/codec';
import {
  hasPlace,
  isSameValue,
  PathError,
  parseValue,
  rangeBroken,
  withValue,
} from '@bytewright/schema-dsl/inspect';
import { openBy } from '../open/open-device-state.js';
import type { OpenedFile } from '../open/opened-file.js';
import { selectOne } from '../open/select.js';
import type { AnyDeviceState } from '../wire/device-state-of.js';

/** A field that an edit set. */
export interface EditedField {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What the field may hold by its documentation, where the value is something else; `undefined` where it is not. */
  readonly rangeBroken: string | undefined;
}

/** An edited file. */
export interface EditedFile {
  readonly bytes: Uint8Array;
  readonly fields: readonly EditedField[];
}

/**
 * Sets fields of a file. All are set before any is encoded, so that fields which depend on each other can be set together.
 * What comes out is read again: it must be the edited value.
 *
 * @param edits `PATH=VALUE` each; see `selectOne` and `parseValue`
 * @throws PathError for a path that leads nowhere, a value that is none for its field, and an edit that would be read as
 *   something else
 * @throws EncodeError with the path of what does not fit
 */
export function editFile(file: OpenedFile, edits: readonly string[]): EditedFile {
  const { codec, value: original } = file.opened;
  let value: AnyDeviceState = original;
  const fields: EditedField[] = [];
  for (const edit of edits) {
    const { path, text } = splitEdit(edit);
    const { section, field } = selectOne(file.sections, path);
    if (field === undefined) throw new PathError(`${describe(path)} is a whole section: name a field of it`);
    if (field.path === 'device') throw new PathError('what a section is read as follows from its name');
    const segments = ['sections', section.index, ...field.segments];
    const named = { ...field, path: `sections[${section.index}].${field.path}` };
    if (!hasPlace(value, segments))
      throw new PathError(`an earlier edit has removed ${named.path}: say all of it in that edit`);
    const after = parseValue(text, named);
    value = withValue(value, segments, after) as AnyDeviceState; // the encoder looks at all of it
    const { value: before, node } = field;
    fields.push({ path: named.path, before, after, rangeBroken: rangeBroken(node, after, before) });
  }
  const bytes = codec.encode(value);
  const again = openBy(codec, bytes);
  if (isSameValue(again.value, value)) return { bytes: joinBytes(bytes, file.behind), fields };
  throw new PathError('with that value the file would be read as something else');
}

/** The first `=` that is not in double quotes ends the path. */
function splitEdit(edit: string): { readonly path: string; readonly text: string } {
  const [all, path] = /^((?:"[^"]*"|[^="])+)=/.exec(edit) ?? [];
  if (all === undefined || path === undefined)
    throw new PathError(`expected PATH=VALUE, found ${describe(edit.slice(0, 60))}`);
  return { path, text: edit.slice(all.length) };
}
