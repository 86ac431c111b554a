import type { Submission } from '@fieldledger/forms'
import {
  cancelSubmission,
  decideTask,
  type Effect,
  resolveEffect,
  retryHeld,
  reviseSubmission,
  sendDocument,
  submitForm,
} from '@fieldledger/runtime'
import type { Task } from '@fieldledger/workflow'
import { formId, poValues } from '../../integration/runtime/order-form.ts'
import type { EffectRow, RunRow } from '../judge/books-row.ts'
import { waitsForPerson } from '../judge/waits-for-person.ts'
import { newActor } from '../world/actor.ts'
import type { LedgerBooks } from '../world/ledger-books.ts'
import type { Plan } from '../world/plan.ts'
import { companyId, type SimulatedCompany } from '../world/simulated-company.ts'
import type { World } from '../world/world.ts'
import type { FrontDesk } from './front-desk.ts'
import { approver, bookkeeper, fieldUser } from './people.ts'
import { RunStory } from './run-story.ts'

interface Stage {
  world: World
  plan: Plan
  company: SimulatedCompany
  desk: FrontDesk
  books: LedgerBooks
  rows(collection: string): Iterable<Record<string, unknown>>
}

/** What people do about one order, each at their own time: submit, decide, revise, cancel, resend, resolve, cure. */
export class OrderStory {
  readonly submissionId: string
  /** People who still want something. */
  busy = 0
  cancelledWithRemoval = false
  private readonly stage: Stage
  private readonly runStory: RunStory
  private values: { price?: string; memo?: string; materialId?: string }

  constructor(stage: Stage, submissionId: string) {
    this.stage = stage
    this.submissionId = submissionId
    const { world, plan, desk } = stage
    const runs = () => [...stage.rows('runs')] as unknown as RunRow[]
    this.runStory = new RunStory({ world, plan, desk, submissionId, runs })
    this.values = stage.plan.newItem ? { materialId: 'm1' } : {}
    const { acts } = stage.plan
    this.person(0, () => this.submit())
    if (acts.doubleClick) this.person(1, () => this.submit())
    for (const revision of acts.revisions) this.person(revision.afterMs, () => this.revise(revision))
    for (const afterMs of acts.resends) this.person(afterMs, () => this.resend())
    for (const afterMs of acts.retries) this.person(afterMs, () => this.cure())
    for (const { afterMs, act } of this.runStory.acts(acts)) this.person(afterMs, act)
    const { cancel } = acts
    if (cancel !== undefined) this.person(cancel.afterMs, () => this.cancel(cancel.removeFromLedger))
    this.watch()
  }

  submission(): Submission | undefined {
    for (const row of this.stage.rows('submissions'))
      if (row._id === this.submissionId) return { ...row, id: row._id } as unknown as Submission
    return undefined
  }

  openTasks(): Task[] {
    return [...this.stage.rows('tasks')]
      .filter(({ submissionId, state }) => submissionId === this.submissionId && state === 'open')
      .map((row) => ({ ...row, id: row._id }) as unknown as Task)
  }

  private person(afterMs: number, act: () => Promise<void>): void {
    const { world } = this.stage
    const actor = newActor({ name: `person-${this.submissionId}`, kind: 'person' })
    this.busy += 1
    world.after(actor, afterMs + world.chance.between(0, 20), () => {
      void act().finally(() => {
        this.busy -= 1
      })
    })
  }

  private async submit(): Promise<void> {
    const { desk, world } = this.stage
    const request = { id: this.submissionId, formVersion: 1, values: poValues(this.values) }
    for (;;) {
      const answer = await desk.ask((runtime) =>
        submitForm({ runtime, companyId, person: fieldUser, formId, request }),
      )
      if (answer.got === 'answer') return
      await world.sleep(world.chance.between(10, 500))
    }
  }

  private async revise(change: { price?: string; memo?: string }): Promise<void> {
    const { desk, world } = this.stage
    for (let tries = 0; tries < 6; tries += 1) {
      const submission = this.submission()
      if (submission !== undefined) {
        const { afterMs: _after, ...values } = { afterMs: 0, ...change }
        const next = { ...this.values, ...values }
        const answer = await desk.ask((runtime) =>
          reviseSubmission({
            runtime,
            companyId,
            person: fieldUser,
            submissionId: this.submissionId,
            revision: submission.revision,
            values: poValues(next),
          }),
        )
        if (answer.got === 'answer') {
          this.values = next
          return
        }
      }
      await world.sleep(world.chance.between(20, 800))
    }
  }

  private async cancel(removeFromLedger: boolean): Promise<void> {
    await this.patiently((runtime) =>
      cancelSubmission({
        runtime,
        companyId,
        person: fieldUser,
        submissionId: this.submissionId,
        reason: 'Not needed any more',
        removeFromLedger,
      }),
    )
  }

  private async resend(): Promise<void> {
    await this.patiently((runtime) =>
      sendDocument({
        runtime,
        companyId,
        person: bookkeeper,
        submissionId: this.submissionId,
        connectionId: 'connection-1',
      }),
    )
  }

  private async cure(): Promise<void> {
    await this.patiently((runtime) =>
      retryHeld({ runtime, companyId, person: bookkeeper, submissionId: this.submissionId }),
    )
    await this.runStory.retry()
  }

  /** What stopped its worker again and again stands under Needs attention, where somebody looks. */
  private isSetAside(): boolean {
    for (const row of this.stage.rows('effects'))
      if (row.submissionId === this.submissionId && waitsForPerson(row as unknown as EffectRow)) return true
    for (const row of this.stage.rows('runs'))
      if (row.submissionId === this.submissionId && row.state === 'quarantined') return true
    return false
  }

  private async patiently(work: Parameters<FrontDesk['ask']>[0]): Promise<boolean> {
    const { desk, world } = this.stage
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await desk.ask(work)
      if (answer.got === 'answer') return true
      await world.sleep(world.chance.between(20, 800))
    }
    return false
  }

  /** Approvers and bookkeepers look at their tasks now and then. */
  private watch(): void {
    const { world } = this.stage
    const actor = newActor({ name: `person-${this.submissionId}`, kind: 'person' })
    const look = () => {
      for (const task of this.openTasks()) void this.answer(task)
      if (this.isSetAside() && world.chance.happens(0.5)) void this.cure()
      world.after(actor, world.chance.between(200, 1200), look)
    }
    world.after(actor, 200, look)
  }

  private async answer(task: Task): Promise<void> {
    const { world, plan, desk } = this.stage
    if (task.kind === 'approval') {
      const choice = plan.acts.rejects && world.chance.happens(0.5) ? 'reject' : 'approve'
      const decide = () =>
        desk.ask((runtime) =>
          decideTask({ runtime, companyId, person: approver, taskId: task.id, choice, note: 'So be it' }),
        )
      await Promise.all(plan.acts.approveTwice ? [decide(), decide()] : [decide()])
    }
    if (task.kind === 'held') await this.answerHeld(task)
    if (task.kind === 'unknown') await this.answerUnknown(task)
  }

  private async answerHeld(task: Task): Promise<void> {
    const { company, plan } = this.stage
    if (plan.acts.stops && (await this.stop(task))) return
    if (await this.chooseVersion(task)) return
    company.linkVendor()
    await this.patiently((runtime) => retryHeld({ runtime, companyId, person: bookkeeper, taskId: task.id }))
  }

  /** Whoever is asked which version stands has ours sent over theirs. */
  private async chooseVersion({ effectId }: Task): Promise<boolean> {
    const asked = this.effect(effectId)?.problems.some(({ code }) => code === 'edited-in-ledger') === true
    if (effectId === undefined || !asked) return false
    return this.patiently((runtime) =>
      resolveEffect({ runtime, companyId, person: bookkeeper, effectId, how: 'send-ours' }),
    )
  }

  private async stop(task: Task): Promise<boolean> {
    return this.patiently((runtime) =>
      resolveEffect({
        runtime,
        companyId,
        person: bookkeeper,
        effectId: task.effectId ?? '',
        how: 'stop',
        reason: 'Done by hand',
      }),
    )
  }

  /** An honest person: looks into the books when nothing can be under way any more. */
  private async answerUnknown(task: Task): Promise<void> {
    const { books } = this.stage
    if (books.underWay > 0) return
    const effect = this.effect(task.effectId)
    const number = effect?.frozen?.operation === 'document.create' ? effect.frozen.input.number : undefined
    const [found] = number === undefined ? [] : books.byNumber(number)
    // Nobody sends it again for a form that was cancelled meanwhile.
    if (found === undefined && this.submission()?.status === 'cancelled') {
      await this.stop(task)
      return
    }
    await this.patiently((runtime) =>
      resolveEffect({
        runtime,
        companyId,
        person: bookkeeper,
        effectId: task.effectId ?? '',
        ...(found === undefined
          ? { how: 'not-there-send-again' as const }
          : { how: 'link-existing' as const, remoteId: found.reference.id }),
      }),
    )
  }

  private effect(id: string | undefined): Effect | undefined {
    for (const row of this.stage.rows('effects')) if (row._id === id) return row as unknown as Effect
    return undefined
  }
}
