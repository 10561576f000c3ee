/** `Piix4Pm` as the head of a longer name: `piix4Pm`. */
export function uncapitalize(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
