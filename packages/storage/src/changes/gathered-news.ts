import type { Hint } from '@fieldledger/runtime'
import type { News } from './news.ts'
import type { WatchedCollection } from './watched-collections.ts'

/** Of more hints than that none is told: whoever hears of it looks everything up again. */
const mostHints = 5000

interface OfCompany {
  work: boolean
  hints: Map<string, Hint>
}

/** What is still to be told, each thing once, of many commits together. */
export class GatheredNews {
  private companies = new Map<string, OfCompany>()
  private records = new Set<WatchedCollection>()
  private hints = 0
  private lost = false

  add({ outbox, records, lost = false }: News): void {
    for (const collection of records) this.records.add(collection)
    for (const { companyId, work, hints } of outbox) {
      const own = this.of(companyId)
      own.work ||= work
      for (const hint of hints) this.hint(own, hint)
    }
    this.lost ||= lost
  }

  /** All of it, and begins anew; undefined = there is nothing to tell. */
  take(): News | undefined {
    const { companies, records, lost } = this
    if (companies.size === 0 && records.size === 0 && !lost) return undefined
    this.companies = new Map()
    this.records = new Set()
    this.hints = 0
    this.lost = false
    return {
      outbox: [...companies].map(([companyId, { work, hints }]) => ({
        companyId,
        work,
        hints: [...hints.values()],
      })),
      records: [...records],
      ...(lost ? { lost } : {}),
    }
  }

  private of(companyId: string): OfCompany {
    const known = this.companies.get(companyId)
    if (known !== undefined) return known
    const made = { work: false, hints: new Map() }
    this.companies.set(companyId, made)
    return made
  }

  private hint(own: OfCompany, hint: Hint): void {
    const key = `${hint.topic}|${hint.id ?? ''}`
    if (this.lost || own.hints.has(key)) return
    own.hints.set(key, hint)
    this.hints += 1
    if (this.hints <= mostHints) return
    this.lost = true
    for (const { hints } of this.companies.values()) hints.clear()
  }
}
