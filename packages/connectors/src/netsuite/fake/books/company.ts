import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import {
  type Family,
  idOf,
  type RecordType,
  recordTypeNames,
  traitsOf,
} from '../record-types/record-types.ts'
import { crowdRecords } from '../seed/crowd.ts'
import { taxItems } from '../seed/tax-items.ts'
import { type CompanySettings, defaultCompanySettings } from './company-settings.ts'
import type { CertificateMade, Change, Commit, CompanyMade, CrowdMade, Job } from './record.ts'

export interface Entry {
  type: RecordType
  record: JsonObject
}

export interface HistoryEntry {
  at: string
  by: Commit['by']
  verb: string
  changed: string[]
}

export interface ExecutedCreate {
  at: string
  type: RecordType
  id: string
  externalId: string | null
  number: string | null
}

/** The books of one company, rebuilt from its records. Ids count up within a family. */
export class Company {
  readonly id: string
  readonly name: string
  readonly creates: ExecutedCreate[] = []
  readonly jobs: Job[] = []
  readonly deleted: (Entry & { at: string })[] = []
  readonly certificates = new Map<string, CertificateMade>()
  /** Changes with every write. */
  version = 0
  readonly #madeAt: string
  #settings: CompanySettings = { ...defaultCompanySettings }
  readonly #families = new Map<Family, Map<string, Entry>>()
  readonly #history = new Map<string, HistoryEntry[]>()
  readonly #lastIds = new Map<Family, number>()

  constructor(made: CompanyMade) {
    this.id = made.realm
    this.name = made.name
    this.#madeAt = made.at
    for (const entry of made.records) this.#put(entry)
  }

  get settings(): CompanySettings {
    return this.#settings
  }

  set settings(settings: CompanySettings) {
    if (settings.tax && !this.#settings.tax) for (const item of taxItems(this.#madeAt)) this.#put(item)
    this.#settings = settings
    this.version += 1
  }

  /** By its id, or by `eid:` and its external id. */
  find(family: Family, id: string): Entry | undefined {
    const all = this.#families.get(family)
    if (!id.startsWith('eid:')) return all?.get(id)
    return this.inFamily(family).find(({ record }) => textOf(record.externalId) === id.slice(4))
  }

  findRecord(type: RecordType, id: string): JsonObject | undefined {
    const found = this.find(traitsOf(type).family, id)
    return found?.type === type ? found.record : undefined
  }

  inFamily(family: Family): Entry[] {
    return [...(this.#families.get(family)?.values() ?? [])]
  }

  all(type: RecordType): JsonObject[] {
    return this.inFamily(traitsOf(type).family)
      .filter((entry) => entry.type === type)
      .map(({ record }) => record)
  }

  everything(): Entry[] {
    return recordTypeNames.flatMap((type) => this.all(type).map((record) => ({ type, record })))
  }

  history(family: Family, id: string): readonly HistoryEntry[] {
    return this.#history.get(`${family} ${id}`) ?? []
  }

  /** Ids of removed records are never given again. */
  nextId(family: Family): string {
    return String((this.#lastIds.get(family) ?? 0) + 1)
  }

  apply(record: Commit | CertificateMade | Job | CrowdMade): void {
    this.version += 1
    if (record.type === 'crowd') {
      for (const entry of crowdRecords(this, record)) this.#put(entry)
      return
    }
    if (record.type === 'job') return void this.jobs.push(record)
    if (record.type === 'certificate') this.certificates.set(record.id, record)
    else for (const change of [record.change, ...(record.also ?? [])]) this.#change(record, change)
  }

  #change({ at, by }: Commit, change: Change): void {
    const { type, record, operation, changed } = change
    const { family } = traitsOf(type)
    const id = idOf(record)
    if (operation === 'delete') {
      this.#families.get(family)?.delete(id)
      this.deleted.push({ type, record, at })
    } else this.#put(change)
    if (operation === 'create')
      this.creates.push({
        at,
        type,
        id,
        externalId: textOf(record.externalId) ?? null,
        number: textOf(record.tranId) ?? null,
      })
    const verb = { create: 'Created', update: 'Edited', delete: 'Deleted' }[operation]
    this.#history.set(`${family} ${id}`, [...this.history(family, id), { at, by, verb, changed }])
  }

  #put({ type, record }: Entry): void {
    const { family } = traitsOf(type)
    const all = this.#families.get(family) ?? new Map<string, Entry>()
    this.#families.set(family, all.set(idOf(record), { type, record }))
    this.#lastIds.set(family, Math.max(this.#lastIds.get(family) ?? 0, Number(idOf(record))))
  }
}
