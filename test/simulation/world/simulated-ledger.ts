import {
  type DriverCall,
  type LedgerDriver,
  LedgerUnavailable,
  type OperationName,
  type Operations,
  OutcomeUnknown,
  RateLimited,
} from '@fieldledger/accounting'
import type { Actor } from './actor.ts'
import { newActor } from './actor.ts'
import type { FaultCount } from './fault-count.ts'
import type { LedgerBooks, LedgerWrite } from './ledger-books.ts'
import { ledgerTimes, type Plan } from './plan.ts'
import type { World } from './world.ts'

type Outcome = 'taken' | 'rateLimited' | 'unavailable' | 'lostBefore' | 'lostAfter' | 'late'

/** The way to the ledger: a request that left is the network's, whatever becomes of the worker that sent it. */
export class SimulatedLedger implements LedgerDriver {
  private readonly actor = newActor({ name: 'ledger', kind: 'ledger' })
  private readonly parts: { world: World; books: LedgerBooks; plan: Plan; count: FaultCount }

  constructor(parts: { world: World; books: LedgerBooks; plan: Plan; count: FaultCount }) {
    this.parts = parts
  }

  async run<Name extends OperationName>(call: DriverCall<Name>): Promise<Operations[Name]['out']> {
    const { operation } = call
    const answer = /\.(create|update|cancel)$/.test(operation)
      ? await this.write(call)
      : await this.read(call)
    return answer as Operations[Name]['out']
  }

  private async read(call: DriverCall<OperationName>): Promise<unknown> {
    const { world, plan } = this.parts
    await world.sleep(world.chance.between(1, 60))
    if (this.goesWrong(plan.faults.readFails)) {
      this.parts.count.happened('ledger: a read fails')
      throw world.chance.happens(0.5)
        ? new LedgerUnavailable('The ledger is down: it is tried again.')
        : new OutcomeUnknown('No answer in time.')
    }
    return this.find(call)
  }

  private find({ operation, input }: DriverCall<OperationName>): unknown {
    const { books } = this.parts
    switch (operation) {
      case 'document.get':
        return books.documents.get((input as Operations['document.get']['in']).reference.id) ?? null
      case 'document.find': {
        const { number, party } = input as Operations['document.find']['in']
        return books.byNumber(number).filter((one) => one.party?.id === party.id)
      }
      case 'item.find': {
        const { name } = input as Operations['item.find']['in']
        return [...books.items.values()].filter((item) => item.name === name)
      }
      default:
        return []
    }
  }

  private async write(call: DriverCall<OperationName>): Promise<unknown> {
    await call.beforeWrite?.()
    const { world } = this.parts
    const outcome = this.outcome()
    const write = { operation: call.operation, input: call.input } as LedgerWrite
    const requestKey = call.scope.requestKey ?? ''
    if (outcome === 'taken') return this.commitsIn(world.chance.between(1, 300), { write, requestKey })
    if (outcome === 'lostAfter' || outcome === 'late') {
      const delay = outcome === 'late' ? world.chance.between(100, ledgerTimes.slowestCommitMs) : 10
      this.commitsIn(delay, { write, requestKey }).catch(() => undefined)
    }
    await world.sleep(world.chance.between(1, outcome === 'late' ? 1500 : 200))
    throw errorOf(outcome, world)
  }

  private outcome(): Outcome {
    const { plan, count } = this.parts
    for (const outcome of ['rateLimited', 'unavailable', 'lostBefore', 'lostAfter', 'late'] as const)
      if (this.goesWrong(plan.faults[outcome])) {
        count.happened(`ledger: ${inWords[outcome]}`)
        return outcome
      }
    return 'taken'
  }

  /** The books change then, and the answer travels back to whoever waits for it. */
  private commitsIn(
    delayMs: number,
    { write, requestKey }: { write: LedgerWrite; requestKey: string },
  ): Promise<unknown> {
    const { world, books } = this.parts
    const caller: Actor = world.current
    books.underWay += 1
    return new Promise((resolve, reject) => {
      world.after(this.actor, delayMs, () => {
        books.underWay -= 1
        try {
          const answer = books.commit(write, { requestKey, now: world.now })
          world.after(caller, world.chance.between(0, 50), () => resolve(answer))
        } catch (error) {
          world.after(caller, 1, () => reject(error))
        }
      })
    })
  }

  private goesWrong(probability: number): boolean {
    const { world, plan } = this.parts
    return world.elapsed < plan.healsAtMs && world.chance.happens(probability)
  }
}

const inWords: Record<Exclude<Outcome, 'taken'>, string> = {
  rateLimited: '429',
  unavailable: '503',
  lostBefore: '500 or reset before the commit',
  lostAfter: '500 or reset after the commit',
  late: 'time-out, committed late',
}

function errorOf(outcome: Exclude<Outcome, 'taken'>, world: World): Error {
  switch (outcome) {
    case 'rateLimited':
      return new RateLimited('Too many requests.', { retryAfterMs: world.chance.between(100, 2000) })
    case 'unavailable':
      return new LedgerUnavailable('The ledger is down: it is tried again.')
    default:
      return new OutcomeUnknown('No answer in time.')
  }
}
