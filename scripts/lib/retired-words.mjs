/** Names that the project used to have, and what stands for them now. @type {ReadonlyMap<string, string>} */
export const RETIRED_NAMES = new Map([
  ['attempts', 'backtracking (the budget), alternatives (what is tried)'],
  ['payForAttempt', 'chargeBacktracking'],
  ['chargeAttempt', 'tryCharge'],
  ['settleAttempts', 'settleDeferredCharges'],
  ['canReadAttempt', 'canAffordReading'],
  ['OwedAttempt', 'DeferredCharge'],
  ['owedAttempts', 'deferredCharges'],
  ['owed', 'deferred'],
  ['scans', 'searchBudget'],
  ['takeScan', 'chargeSearch'],
  ['claims', 'coverage'],
  ['Claims', 'Coverage'],
  ['placePart', 'coverPart'],
  ['Stretch', 'ByteRange'],
  ['stretches', 'ranges'],
  ['filling', 'padding'],
  ['FillingNode', 'PaddingNode'],
  ['takeFilling', 'takePadding'],
  ['Decoding', 'DecodeContext'],
  ['Encoding', 'EncodeContext'],
  ['readingOf', 'handlerOf'],
  ['knowledge', 'constraints'],
  ['Patience', 'GenerationBudget'],
  ['patience', 'budget'],
  ['sifted', 'boundedFilter'],
  ['blended', 'weightedUnion'],
  ['mend', 'repair'],
  ['victims', 'mutationTargets'],
  ['Victim', 'MutationTarget'],
  ['crossRevisions', 'runCompatibilityTrials'],
  ['Crossing', 'TrialResult'],
  ['Witness', 'Counterexample'],
  ['witness', 'counterexample'],
  ['facts', 'searched (of an arm), machineParameters'],
  ['Facts', 'MachineParameterValues'],
  ['pinFacts', 'pinMachineParameters'],
  ['CANDIDATES', 'possibleValues'],
  ['hole', 'unknownValue'],
  ['Hole', 'UnknownValue'],
  ['misfit', 'mismatch'],
  ['misfitOf', 'mismatchScore'],
  ['judge', 'checkCompatibility'],
  ['Judge', 'CompatibilityCheck'],
  ['whatIsThere', 'landmarkAt'],
]);

/** Words that no name has as a part, such as `readClaims`, and what stands for them now. @type {ReadonlyMap<string, string>} */
export const RETIRED_PARTS = new Map([
  ['claim', 'range, cover'],
  ['claims', 'coverage'],
  ['owed', 'deferred'],
  ['filling', 'padding'],
  ['fillings', 'paddings'],
  ['patience', 'budget'],
  ['victim', 'mutation target'],
  ['witness', 'counterexample'],
  ['misfit', 'mismatch'],
  ['fact', 'machine parameter'],
  ['facts', 'machine parameters'],
]);

/** Files whose names said nothing. @type {readonly string[]} */
export const RETIRED_FILES = ['words.ts', 'others.ts', 'known.ts', 'what-is-there.ts', 'hole.ts', 'facts.ts'];

/** Turns of phrase that no engineer uses, and what to write. @type {readonly (readonly [phrase: RegExp, instead: string])[]} */
export const RETIRED_PHRASES = [
  [/\bnothing but (?:filling|padding)\b/g, 'padding; all zero, as expected'],
  [/\bas it should be: /g, 'as expected'],
  [/\bread as of\b/g, 'decoded as'],
  [/\bfruitless attempts?\b/g, 'failed alternatives'],
  [/\b[Ss]ees that\b/g, 'checks that'],
  [/\bpayloads? that [a-z]+ no\b/g, 'a payload without'],
  [
    /(?<![Tt]here )\b(?:is|was) no (?!longer\b|more\b|less\b|fewer\b|such\b|hope\b|way\b|room\b|need\b|other\b|one\b|good\b|harm\b|use\b|better\b|worse\b|different\b|later\b|earlier\b|larger\b|smaller\b|bigger\b|help\b|further\b|deeper\b|limit\b)[a-z]/g,
    'is not a …',
  ],
];
