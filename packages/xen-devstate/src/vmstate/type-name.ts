/**
 * The name of a description's TypeScript type, in Pascal case.
 *
 * @example `ide bmdma` is `IdeBmdma`, `cpu/poll_control_msr` is `CpuPollControlMsr`, `16550A` is `State16550A`
 */
export function typeName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(joined) ? joined : `State${joined}`;
}
