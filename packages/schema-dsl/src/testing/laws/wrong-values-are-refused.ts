import { isEncodeError } from '@bytewright/runtime';
import { holdsValue } from '../../ir/analysis/holds-value.js';
import { difference } from '../difference.js';
import { mutationTargets } from '../mutation-targets.js';
import { parsePath } from '../value-path.js';
import { attempt, describeError } from './attempt.js';
import type { Breach } from './breach.js';
import type { InapplicableLaw, Law } from './law.js';
import { forEachOf, inapplicable, makeLaw, trial } from './law.js';
import { otherForm } from './other-form.js';
import type { Subject } from './subject.js';
import type { WrongValue } from './wrong/wrong-values.js';
import { wrongVersions } from './wrong/wrong-values.js';

const TITLE = 'encode refuses values of the wrong type, range or length, with a path';

/**
 * Law 6: an invalid value is rejected with a path, and never encoded as something else: an unknown key, a stale length. A
 * valid value in a form other than the decoder's is encoded as the same bytes.
 */
export function wrongValuesAreRefused(subject: Subject): Law | InapplicableLaw {
  const { codec, interpreter, ir, values } = subject;
  if (ir.root.kind !== 'struct' && !holdsValue(ir.root, ir.structs))
    return inapplicable(6, TITLE, 'the schema has no value that could be wrong');

  const testForm = (value: unknown): Breach | undefined => {
    const bytes = interpreter.encode(value);
    const form = otherForm(ir, value, bytes);
    const encoded = attempt(() => codec.encode(form));
    const problem = 'error' in encoded ? describeError(encoded.error) : difference(encoded.value, bytes);
    if (problem === undefined) return undefined;
    return {
      problem: `with derived fields included, and undefined members omitted: ${problem}`,
      value: form,
      bytes,
    };
  };

  const test = ({ value, path, what }: WrongValue): Breach | undefined => {
    const wrong = `${what} at ${path === '' ? 'the root' : path}`;
    const encoded = attempt(() => codec.encode(value));
    if ('value' in encoded)
      return { problem: `encode accepts ${wrong}`, value, bytes: encoded.value, path: parsePath(path) };
    const { error } = encoded;
    if (!isEncodeError(error))
      return { problem: `for ${wrong}, encode throws ${describeError(error)}`, value };
    // a mistake may be detected at another place first, such as a length that is derived from it, but with a path;
    // bytes that belong to no field are reported for the struct itself, which at the root has no path
    const mayBeRoot = path === '' || error.code === 'unclaimed-bytes';
    if (typeof error.path === 'string' && (error.path !== '' || mayBeRoot)) return undefined;
    return { problem: `for ${wrong}, encode throws an error without a path: ${describeError(error)}`, value };
  };

  return makeLaw(
    subject,
    6,
    TITLE,
    trial({
      inputs: mutationTargets(values),
      test: forEachOf((target) => wrongVersions(ir, target), test),
    }),
    trial({ inputs: values, test: testForm }),
  );
}
