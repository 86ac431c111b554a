import type { Token } from './token.ts'

/** Everything that moves while a run walks. */
export interface Standing {
  tokens: readonly Token[]
  /** Step id → how often the run reached it. */
  visits: Readonly<Record<string, number>>
}

/** The token comes to a step: a new visit of it. Nowhere to go = the token ends. */
export function moveToken(
  standing: Standing,
  move: { token: Token; to: string | undefined; at: Date },
): Standing {
  const { token, to, at } = move
  return replaceToken(standing, { token, by: to === undefined ? [] : [{ id: token.id, stepId: to }], at })
}

/** One token for each way; they become this one again where they meet. No way at all = the token ends. */
export function splitToken(
  standing: Standing,
  split: { token: Token; to: readonly string[]; at: Date },
): Standing {
  const { token, to, at } = split
  const by = to.map((stepId, position) => ({ id: `${token.id}.${position + 1}`, stepId }))
  return replaceToken(standing, { token, by, at })
}

export interface Met {
  standing: Standing
  token: Token
  outlet: string
}

/**
 * Branches that have all arrived at the step where they meet: one token again, that leaves it. A branch that ended
 * elsewhere is not waited for; one that split in its turn is, until its own branches have met.
 */
export function meetTokens(standing: Standing): Met | undefined {
  for (const arrived of standing.tokens.filter(({ meets }) => meets !== undefined)) {
    const family = familyOf(standing.tokens, arrived)
    if (!family.every((one) => one.meets !== undefined && one.stepId === arrived.stepId)) continue
    const { meets: outlet = '', ...last } = family.reduce((left, right) =>
      left.visit > right.visit ? left : right,
    )
    const token = { ...last, id: parentOf(arrived) }
    const others = standing.tokens.filter((one) => !family.includes(one))
    return { standing: { ...standing, tokens: [...others, token] }, token, outlet }
  }
  return undefined
}

/** The token stays where it is and is noted anew. */
export function noteToken(standing: Standing, token: Token): Standing {
  const tokens = standing.tokens.map((one) => (one.id === token.id ? token : one))
  return { ...standing, tokens }
}

function replaceToken(
  { tokens, visits }: Standing,
  { token, by, at }: { token: Token; by: readonly Pick<Token, 'id' | 'stepId'>[]; at: Date },
): Standing {
  const counted: Record<string, number> = { ...visits }
  const arriving = by.map(({ id, stepId }): Token => {
    const visit = (counted[stepId] ?? 0) + 1
    counted[stepId] = visit
    return { id, stepId, visit, since: at }
  })
  return {
    tokens: tokens.flatMap((one) => (one.id === token.id ? arriving : [one])),
    visits: counted,
  }
}

function familyOf(tokens: readonly Token[], member: Token): Token[] {
  const parent = parentOf(member)
  return parent === member.id ? [member] : tokens.filter(({ id }) => id.startsWith(`${parent}.`))
}

// A token that no split made has no family: it leaves at once.
function parentOf({ id }: Token): string {
  const end = id.lastIndexOf('.')
  return end === -1 ? id : id.slice(0, end)
}
