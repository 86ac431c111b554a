/** What came of many schedules. */
export interface Exploration {
  schedules: number
  steps: number
  virtualHours: number
  /** Different orders in which everything happened. */
  interleavings: number
  cpuSeconds: number
  seconds: number
  /** What was really injected, by kind. */
  faults: Record<string, number>
  red: { seed: number; violation: string }[]
}

export function together(parts: readonly Exploration[]): Exploration {
  const sum = (of: (part: Exploration) => number) => parts.reduce((total, part) => total + of(part), 0)
  const faults: Record<string, number> = {}
  for (const part of parts)
    for (const [kind, times] of Object.entries(part.faults)) faults[kind] = (faults[kind] ?? 0) + times
  return {
    schedules: sum(({ schedules }) => schedules),
    steps: sum(({ steps }) => steps),
    virtualHours: sum(({ virtualHours }) => virtualHours),
    interleavings: sum(({ interleavings }) => interleavings),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    seconds: Math.max(0, ...parts.map(({ seconds }) => seconds)),
    faults,
    red: parts.flatMap(({ red }) => red),
  }
}

export function inLines(found: Exploration): string[] {
  const perSecond = found.schedules / Math.max(found.seconds, 0.001)
  return [
    `${found.schedules} schedules in ${found.seconds.toFixed(0)} s: ${perSecond.toFixed(0)} a second, ${(found.schedules / found.cpuSeconds).toFixed(0)} a second of one processor`,
    `${found.interleavings} different interleavings, ${found.steps} steps, ${found.virtualHours.toFixed(0)} hours of virtual time`,
    ...Object.entries(found.faults)
      .toSorted(([, left], [, right]) => right - left)
      .map(([kind, times]) => `  ${String(times).padStart(9)}  ${kind}`),
    ...found.red.map(({ seed, violation }) => `  seed ${seed}: ${violation}`),
    `${found.red.length} violations`,
  ]
}
