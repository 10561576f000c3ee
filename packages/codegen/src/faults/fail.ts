/** Says what is wrong, and gives nothing. */
export type Fail = (problem: string, mentions?: string) => undefined;
