export function examineDamage(..._: unknown[]): [] { return []; }
