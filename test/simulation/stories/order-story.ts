import { cancelSubmission, retryHeld, reviseSubmission, sendDocument, submitForm } from '@fieldledger/runtime'
import type { Task } from '@fieldledger/workflow'
import { formId } from '../../integration/runtime/order-form.ts'
import type { EffectRow, RunRow } from '../judge/books-row.ts'
import { waitsForPerson } from '../judge/waits-for-person.ts'
import { newActor } from '../world/actor.ts'
import { companyId } from '../world/simulated-company.ts'
import { patiently } from './patiently.ts'
import { bookkeeper, fieldUser } from './people.ts'
import { RunStory } from './run-story.ts'
import { SplitStory } from './split-story.ts'
import { type Stage, submissionOf } from './stage.ts'
import { TaskAnswers } from './task-answers.ts'
import { type OrderValues, valuesOfOrder } from './values-of-order.ts'

/** What people do about one order, each at their own time: submit, revise, cancel, resend, cure; and about the orders it is split into. */
export class OrderStory {
  readonly submissionId: string
  /** People who still want something. */
  busy = 0
  cancelledWithRemoval = false
  private readonly stage: Stage
  private readonly runStory: RunStory
  private readonly splitStory: SplitStory
  private readonly answers: TaskAnswers
  private values: OrderValues

  constructor(stage: Stage, submissionId: string) {
    this.stage = stage
    this.submissionId = submissionId
    const { world, plan, desk } = stage
    const runs = () => [...stage.rows('runs')] as unknown as RunRow[]
    this.splitStory = new SplitStory(stage, submissionId)
    this.answers = new TaskAnswers(stage)
    this.runStory = new RunStory({ world, plan, desk, submissionId, ids: () => this.ids(), runs })
    this.values = stage.plan.newItem ? { materialId: 'm1' } : {}
    const { acts } = stage.plan
    this.person(0, () => this.submit())
    if (acts.doubleClick) this.person(1, () => this.submit())
    for (const revision of acts.revisions) this.person(revision.afterMs, () => this.revise(revision))
    for (const afterMs of acts.resends) this.person(afterMs, () => this.resend())
    for (const afterMs of acts.retries) this.person(afterMs, () => this.cure())
    for (const { afterMs, act } of this.runStory.acts(acts)) this.person(afterMs, act)
    for (const { afterMs, act } of this.splitStory.acts()) this.person(afterMs, act)
    const { cancel } = acts
    if (cancel !== undefined) this.person(cancel.afterMs, () => this.cancel(cancel.removeFromLedger))
    this.watch()
  }

  /** The form, and the orders that it was split into. */
  private ids(): string[] {
    return [this.submissionId, ...this.splitStory.parts().map(({ id }) => id)]
  }

  private openTasks(): Task[] {
    const ids = this.ids()
    return [...this.stage.rows('tasks')]
      .filter(({ submissionId, state }) => state === 'open' && ids.includes(String(submissionId)))
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
    const { desk, world, plan, company } = this.stage
    const request = {
      id: this.submissionId,
      formVersion: company.formVersion,
      values: valuesOfOrder(plan, this.values),
    }
    for (;;) {
      const answer = await desk.ask((runtime) =>
        submitForm({ runtime, companyId, person: fieldUser, formId, request }),
      )
      if (answer.got === 'answer') return
      await world.sleep(world.chance.between(10, 500))
    }
  }

  private async revise(change: { price?: string; memo?: string }): Promise<void> {
    const { desk, world, plan } = this.stage
    for (let tries = 0; tries < 6; tries += 1) {
      const submission = submissionOf(this.stage, this.submissionId)
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
            values: valuesOfOrder(plan, next),
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
    await patiently(this.stage, (runtime) =>
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
    await patiently(this.stage, (runtime) =>
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
    for (const submissionId of this.ids())
      await patiently(this.stage, (runtime) =>
        retryHeld({ runtime, companyId, person: bookkeeper, submissionId }),
      )
    await this.runStory.retry()
  }

  /** What stopped its worker again and again stands under Needs attention, where somebody looks. */
  private isSetAside(): boolean {
    const ids = this.ids()
    for (const row of this.stage.rows('effects'))
      if (ids.includes(String(row.submissionId)) && waitsForPerson(row as unknown as EffectRow)) return true
    for (const row of this.stage.rows('runs'))
      if (ids.includes(String(row.submissionId)) && row.state === 'quarantined') return true
    return false
  }

  /** Approvers and bookkeepers look at their tasks now and then. */
  private watch(): void {
    const { world } = this.stage
    const actor = newActor({ name: `person-${this.submissionId}`, kind: 'person' })
    const look = () => {
      for (const task of this.openTasks()) void this.answers.answer(task)
      if (this.isSetAside() && world.chance.happens(0.5)) void this.cure()
      world.after(actor, world.chance.between(200, 1200), look)
    }
    world.after(actor, 200, look)
  }
}
