/** A process or a person: whatever it waits for belongs to it, and is lost when it is killed. */
export interface Actor {
  readonly name: string
  readonly kind: 'worker' | 'api' | 'person' | 'ledger' | 'world'
  dead: boolean
  /** SIGSTOP until then: its clock goes on, it does not. */
  frozenUntil: number
  /** What its own wall clock is wrong by. */
  skewMs: number
}

export function newActor(actor: Pick<Actor, 'name' | 'kind'> & { skewMs?: number }): Actor {
  return { dead: false, frozenUntil: 0, skewMs: 0, ...actor }
}
