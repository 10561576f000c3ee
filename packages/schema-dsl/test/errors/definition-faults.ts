import type { SchemaErrorCode } from '../../src/index.js';
import { choices } from './definition/choices.js';
import { lookAhead } from './definition/look-ahead.js';
import { names } from './definition/names.js';
import { numbers } from './definition/numbers.js';
import { parameters } from './definition/parameters.js';
import { placement } from './definition/placement.js';
import { relations } from './definition/relations.js';
import { sizes } from './definition/sizes.js';
import { structure } from './definition/structure.js';
import type { Fault } from './fault.js';

/** Every code of a definition error, by area: its fix, and schemas that produce it. */
export const definitionFaults: Readonly<Record<string, Partial<Record<SchemaErrorCode, Fault>>>> = {
  Names: names,
  Structure: structure,
  'Sizes and endings': sizes,
  Relations: relations,
  'Optional fields and alternatives': choices,
  'Look-ahead': lookAhead,
  Parameters: parameters,
  'Bit fields, enumerations and constants': numbers,
  'Checksums and positions': placement,
};

// a missing code is a type error here
export const faultOfCode: Readonly<Record<SchemaErrorCode, Fault>> = {
  ...names,
  ...structure,
  ...sizes,
  ...relations,
  ...choices,
  ...lookAhead,
  ...parameters,
  ...numbers,
  ...placement,
};
