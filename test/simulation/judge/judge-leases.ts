import type { OurBooks } from './books-row.ts'
import { Violation } from './violation.ts'

/** Dead after four seconds, swept every two or so by whoever lives; the rest is the sweep's own way. */
const longestLeaseMs = 14_000

/** Nothing is "running" beyond its lease. Called now and then while at least one worker has been well for a while. */
export class LeaseJudge {
  private readonly since = new Map<string, number>()

  judge(ours: OurBooks, at: { now: number; wellSince: number }): void {
    const workers = new Map(ours.workers().map(({ _id, beatAt }) => [_id, beatAt.getTime()]))
    const held = new Set<string>()
    for (const row of [...ours.runs(), ...ours.effects()]) {
      if (row.claimedBy === null || row.claimedBy === undefined) continue
      const claim = `${row._id}:${row.epoch}`
      held.add(claim)
      const silentSince = workers.get(row.claimedBy) ?? this.since.get(claim) ?? at.now
      if (!workers.has(row.claimedBy)) this.since.set(claim, silentSince)
      else this.since.delete(claim)
      const silentFor = at.now - Math.max(silentSince, at.wellSince)
      if (silentFor > longestLeaseMs)
        throw new Violation(
          'nothing is running beyond its lease',
          `${row._id} is held by ${row.claimedBy}, silent for ${silentFor} ms`,
        )
    }
    for (const claim of this.since.keys()) if (!held.has(claim)) this.since.delete(claim)
  }
}
