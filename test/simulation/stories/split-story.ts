import type { MaterialRow, Submission } from '@fieldledger/forms'
import { cancelSubmission, reviseSubmission, sendDocument } from '@fieldledger/runtime'
import { tableField } from '../../integration/runtime/order-form.ts'
import { companyId } from '../world/simulated-company.ts'
import type { SplitPlan } from '../world/split-plan.ts'
import { patiently } from './patiently.ts'
import { bookkeeper, fieldUser } from './people.ts'
import type { Stage } from './stage.ts'

const looksFor = 8

/** What people do about single orders that a form was split into. */
export class SplitStory {
  private readonly stage: Stage
  private readonly submissionId: string

  constructor(stage: Stage, submissionId: string) {
    this.stage = stage
    this.submissionId = submissionId
  }

  parts(): Submission[] {
    const { plan, rows } = this.stage
    if (plan.split === undefined) return []
    return [...rows('submissions')]
      .filter(({ madeFrom }) => madeFrom === this.submissionId)
      .map((row) => ({ ...row, id: row._id }) as unknown as Submission)
  }

  /** Each at its time. */
  acts(): { afterMs: number; act: () => Promise<void> }[] {
    const acts = this.stage.plan.split?.acts ?? []
    return acts.map((one) => ({ afterMs: one.afterMs, act: () => this.act(one) }))
  }

  private async act({ vendor, does }: SplitPlan['acts'][number]): Promise<void> {
    const { world } = this.stage
    for (let looks = 0; looks < looksFor; looks += 1) {
      const part = this.parts().find(({ vendorId }) => vendorId === vendor)
      if (part !== undefined) return this[does](part)
      await world.sleep(world.chance.between(100, 1500))
    }
  }

  private async revise(part: Submission): Promise<void> {
    const price = String(this.stage.world.chance.between(100, 199))
    const lines = (part.values[tableField] as MaterialRow[]).map((row) => ({ ...row, unitPrice: price }))
    await patiently(this.stage, (runtime) =>
      reviseSubmission({
        runtime,
        companyId,
        person: fieldUser,
        submissionId: part.id,
        revision: part.revision,
        values: { ...part.values, [tableField]: lines },
      }),
    )
  }

  private async cancel({ id }: Submission): Promise<void> {
    const reason = 'That vendor has none'
    await patiently(this.stage, (runtime) =>
      cancelSubmission({
        runtime,
        companyId,
        person: fieldUser,
        submissionId: id,
        reason,
        removeFromLedger: true,
      }),
    )
  }

  private async resend({ id }: Submission): Promise<void> {
    await patiently(this.stage, (runtime) =>
      sendDocument({
        runtime,
        companyId,
        person: bookkeeper,
        submissionId: id,
        connectionId: 'connection-1',
      }),
    )
  }
}
