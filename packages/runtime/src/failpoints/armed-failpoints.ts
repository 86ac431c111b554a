/** Decides at which hit a failpoint kills. */
export interface Fuse {
  blows(name: string): boolean
}

let parsed: { text: string; fuses: Map<string, Fuse> } | undefined

/** What FIELDLEDGER_FAILPOINTS asks for; parsed once. */
export function armedFailpoints(): Map<string, Fuse> {
  const text = process.env.FIELDLEDGER_FAILPOINTS ?? ''
  if (parsed?.text !== text) parsed = { text, fuses: parseFailpoints(text) }
  return parsed.fuses
}

export function parseFailpoints(text: string): Map<string, Fuse> {
  const fuses = new Map<string, Fuse>()
  for (const part of text.split(',').filter((one) => one !== '')) {
    const asked = /^([a-z*.-]+)=kill(?::([0-9.]+)|@([0-9]+))$/.exec(part.trim())
    if (asked?.[1] === undefined) throw new FailpointsMisread(part)
    fuses.set(asked[1], asked[3] === undefined ? byChance(Number(asked[2])) : atHit(Number(asked[3])))
  }
  return fuses
}

function byChance(probability: number): Fuse {
  return { blows: () => Math.random() < probability }
}

function atHit(wanted: number): Fuse {
  const hits = new Map<string, number>()
  return {
    blows(name) {
      const hit = (hits.get(name) ?? 0) + 1
      hits.set(name, hit)
      return hit === wanted
    },
  }
}

class FailpointsMisread extends Error {
  readonly code = 'failpoints-misread'
  readonly retryable = false

  constructor(part: string) {
    super(`FIELDLEDGER_FAILPOINTS holds "${part}": write name=kill:0.05 or name=kill@3, separated by commas.`)
    this.name = 'FailpointsMisread'
  }
}
