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

/** A field set by an edit. */
export interface EditedField {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The documented range of the field if the value is outside of it; otherwise `undefined`. */
  readonly rangeBroken: string | undefined;
}

/** An edited file. */
export interface EditedFile {
  readonly bytes: Uint8Array;
  readonly fields: readonly EditedField[];
}

/**
 * Sets fields of a file. All are set before any is encoded, so that fields that depend on each other can be set together.
 * The result is decoded again and must equal the edited value.
 *
 * @param edits `PATH=VALUE` each; see `selectOne` and `parseValue`
 * @throws PathError for an unknown path, an invalid value for a field, and an edit that would decode differently
 * @throws EncodeError with the path of a value that does not fit
 */
export function editFile(file: OpenedFile, edits: readonly string[]): EditedFile {
  const { codec, value: original } = file.opened;
  let value: AnyDeviceState = original;
  const fields: EditedField[] = [];
  for (const edit of edits) {
    const { path, text } = splitEdit(edit);
    const { section, field } = selectOne(file.sections, path);
    if (field === undefined) throw new PathError(`${describe(path)} is a whole section: name a field of it`);
    if (field.path === 'device')
      throw new PathError('the device of a section follows from its name and cannot be set');
    const segments = ['sections', section.index, ...field.segments];
    const named = { ...field, path: `sections[${section.index}].${field.path}` };
    if (!hasPlace(value, segments))
      throw new PathError(`an earlier edit has removed ${named.path}: set its value in that edit`);
    const after = parseValue(text, named);
    value = withValue(value, segments, after) as AnyDeviceState; // checked by the encoder
    const { value: before, node } = field;
    fields.push({ path: named.path, before, after, rangeBroken: rangeBroken(node, after, before) });
  }
  const bytes = codec.encode(value);
  const again = openBy(codec, bytes);
  if (isSameValue(again.value, value)) return { bytes: joinBytes(bytes, file.behind), fields };
  throw new PathError('with that value, the file would decode differently');
}

/** Splits an edit: the first `=` outside of double quotes ends the path. */
function splitEdit(edit: string): { readonly path: string; readonly text: string } {
  const [all, path] = /^((?:"[^"]*"|[^="])+)=/.exec(edit) ?? [];
  if (all === undefined || path === undefined)
    throw new PathError(`expected PATH=VALUE, found ${describe(edit.slice(0, 60))}`);
  return { path, text: edit.slice(all.length) };
}
