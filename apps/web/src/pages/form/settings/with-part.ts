/** A field with a part changed; what became undefined is left out, because the schema knows no "undefined". */
export function withPart<Whole extends object>(
  whole: Whole,
  part: { [Key in keyof Whole]?: Whole[Key] | undefined },
): Whole {
  const entries = Object.entries({ ...whole, ...part }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Whole
}
