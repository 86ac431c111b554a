import { decideTask, type Effect, resolveEffect, retryHeld } from '@fieldledger/runtime'
import type { Task } from '@fieldledger/workflow'
import { companyId } from '../world/simulated-company.ts'
import { patiently } from './patiently.ts'
import { approver, bookkeeper } from './people.ts'
import { type Stage, submissionOf } from './stage.ts'

/** Approvers and bookkeepers, before a task. */
export class TaskAnswers {
  private readonly stage: Stage

  constructor(stage: Stage) {
    this.stage = stage
  }

  async answer(task: Task): Promise<void> {
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
    // What was closed by another workflow before it was split is not split any more.
    const isLate = task.problems?.some(({ code }) => code === 'several-vendors') === true
    if ((plan.acts.stops || isLate) && (await this.stop(task))) return
    if (await this.chooseVersion(task)) return
    company.linkVendors()
    await patiently(this.stage, (runtime) =>
      retryHeld({ runtime, companyId, person: bookkeeper, taskId: task.id }),
    )
  }

  /** Whoever is asked which version stands has ours sent over theirs. */
  private async chooseVersion({ effectId }: Task): Promise<boolean> {
    const asked = this.effect(effectId)?.problems.some(({ code }) => code === 'edited-in-ledger') === true
    if (effectId === undefined || !asked) return false
    return patiently(this.stage, (runtime) =>
      resolveEffect({ runtime, companyId, person: bookkeeper, effectId, how: 'send-ours' }),
    )
  }

  private async stop(task: Task): Promise<boolean> {
    return patiently(this.stage, (runtime) =>
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
    if (found === undefined && submissionOf(this.stage, task.submissionId)?.status === 'cancelled') {
      await this.stop(task)
      return
    }
    await patiently(this.stage, (runtime) =>
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
