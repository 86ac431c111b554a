/** What goes on at the same time until there were kills enough; whatever fails ends it for all. */
export interface Trouble {
  goesOn(): boolean
  /** Something failed: nobody waits for anything any more. */
  isHopeless(): boolean
  end(): void
  /** Ends it when this fails, and fails with it. */
  guard<Outcome>(doing: Promise<Outcome>): Promise<Outcome>
}

export function startTrouble(withinMs: number): Trouble {
  const deadline = performance.now() + withinMs
  let ended = false
  let hopeless = false
  return {
    goesOn: () => !ended && !hopeless && performance.now() < deadline,
    isHopeless: () => hopeless,
    end() {
      ended = true
    },
    guard: (doing) =>
      doing.catch((error: unknown) => {
        hopeless = true
        throw error
      }),
  }
}
