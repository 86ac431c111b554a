/** Exact matching of names: Unicode, case and spaces aside, every character counts, also ' " and & (G-08). */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
