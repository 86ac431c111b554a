/**
 * All of them are worked on, whichever of them fails: one broken row never holds up what belongs to others. What failed
 * is thrown when the last is through.
 */
export async function eachAlone<One>(
  all: readonly One[],
  work: (one: One) => Promise<unknown>,
): Promise<void> {
  const troubles: unknown[] = []
  for (const one of all) {
    try {
      await work(one)
    } catch (error) {
      troubles.push(error)
    }
  }
  if (troubles.length > 1) throw new SeveralFailed(troubles)
  if (troubles.length === 1) throw troubles[0]
}

class SeveralFailed extends Error {
  readonly code = 'several-failed'
  readonly retryable = true

  constructor(troubles: readonly unknown[]) {
    const said = troubles.map((trouble) => (trouble instanceof Error ? trouble.message : String(trouble)))
    super(`${said.length} failed, the others went on: mend each of these. ${[...new Set(said)].join(' ')}`)
    this.name = 'SeveralFailed'
  }
}
