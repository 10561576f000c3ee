export function examineFile(..._: unknown[]): [] { return []; }
