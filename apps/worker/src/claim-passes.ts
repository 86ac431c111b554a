/** Passes in which this worker looked for due work and could have had it: that its heart beats proves less. */
export interface ClaimPasses {
  note(): void
  /** Has one succeeded since this was last asked? */
  anyNew(): boolean
  succeededWithin(ms: number): boolean
}

export function createClaimPasses(monotonic: () => number, onFirst: () => void): ClaimPasses {
  let lastAt: number | undefined
  let fresh = false
  return {
    note() {
      const first = lastAt === undefined
      lastAt = monotonic()
      fresh = true
      if (first) onFirst()
    },
    anyNew() {
      const told = fresh
      fresh = false
      return told
    },
    succeededWithin: (ms) => lastAt !== undefined && monotonic() - lastAt <= ms,
  }
}
