import * as fc from 'fast-check';
import { irOf } from '../../compile/ir-of.js';
import { encodeRoot } from '../../interpreter/encode.js';
import { fromDatum } from '../../ir/datum.js';
import type { SchemaIR } from '../../ir/schema.js';
import type { Node } from '../../language/node.js';
import type { ValueOptions } from '../arbitraries.js';
import { arbitraryBytes } from '../arbitrary-bytes.js';
import { damaged } from '../damaged.js';
import { nameOf } from '../name-of.js';
import { ValidValues } from '../valid-values.js';
import { bytesSurvive } from './bytes-survive.js';
import type { Codec } from './codec.js';
import { interpreterCodec } from './codec.js';
import { codecsAgree } from './codecs-agree.js';
import { errorsAreOurs } from './errors-are-ours.js';
import type { InapplicableLaw, Law } from './law.js';
import { onlyWholeInputs } from './only-whole-inputs.js';
import type { Subject } from './subject.js';
import { valuesSurvive } from './values-survive.js';
import { wrongValuesAreRefused } from './wrong-values-are-refused.js';

/** How thoroughly the laws are checked. */
export interface LawOptions extends ValueOptions {
  /** Random inputs for each trial of a law; by default the number set by `fc.configureGlobal`, or 100. */
  readonly runs?: number;
  /**
   * Makes the random inputs reproducible; by default the seed set by `fc.configureGlobal`, or a new one each time. A failure
   * prints its seed.
   */
  readonly seed?: number;
  /** Real inputs: tried as they are, and damaged, like the schema's own examples. */
  readonly samples?: readonly Uint8Array[];
}

/**
 * The laws that apply to a schema, each with a function that tries to break it. Law 3 is for self-delimiting schemas, law 5
 * for a codec other than the interpreter; the others almost always apply.
 *
 * `laws()` registers these as vitest tests, `checkLaws()` checks them all. Use this function to run them one by one.
 */
export function lawsOf<T>(schema: Node<T>, codec?: Codec<T>, options: LawOptions = {}): readonly Law[] {
  return allLaws(schema, codec, options).filter((law) => 'check' in law);
}

/** All six laws, including those that do not apply, with the reason. */
export function allLaws<T>(
  schema: Node<T>,
  codec: Codec<T> | undefined,
  options: LawOptions,
): readonly (Law | InapplicableLaw)[] {
  const ir = irOf(schema);
  const { runs = fc.readConfigureGlobal().numRuns ?? 100, seed } = options;
  const samples = [...examplesOf(ir), ...(options.samples ?? [])];
  const interpreter = interpreterCodec(ir);
  const { arbitraries } = options;
  const values = new ValidValues(ir, { isEncodable: true, arbitraries });
  const subject: Subject = {
    name: nameOf(ir),
    ir,
    codec: codec === undefined ? interpreter : forgetType(codec),
    interpreter,
    runs,
    seed,
    samples,
    values,
    candidates: new ValidValues(ir, { isEncodable: false, arbitraries }),
    encodings: values.map((value) => encodeRoot(ir, value)),
    acceptable: arbitraryBytes(schema, options),
    broken: damaged(schema, { ...options, samples }),
  };
  return [
    valuesSurvive(subject),
    bytesSurvive(subject),
    onlyWholeInputs(subject),
    errorsAreOurs(subject),
    codecsAgree(subject),
    wrongValuesAreRefused(subject),
  ];
}

/** The encodings of the root's own examples. */
function examplesOf(ir: SchemaIR): readonly Uint8Array[] {
  const struct = ir.root.kind === 'struct' ? ir.structs[ir.root.name] : undefined;
  return (struct?.metadata?.examples ?? []).map((example) => encodeRoot(ir, fromDatum(example)));
}

/** The laws give a codec values of the schema's type, and deliberately others. */
function forgetType<T>({ decode, encode, sizeOf }: Codec<T>): Codec<unknown> {
  return { decode, encode: (value) => encode(value as T), sizeOf: (value) => sizeOf(value as T) };
}
