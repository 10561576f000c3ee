/** What an error says was expected, and what was found. */
export type Texts = readonly [expected: string, found: string];
