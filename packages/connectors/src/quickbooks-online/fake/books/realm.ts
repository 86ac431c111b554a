import { textOf } from '../../../fake-service/json.ts'
import { type EntityKind, entityKinds, kindNames } from '../entity-kinds.ts'
import type { Entity } from '../json.ts'
import { crowdEntities } from '../seed/crowd.ts'
import { taxEntities } from '../seed/tax-codes.ts'
import { defaultRealmSettings, type RealmSettings } from './realm-settings.ts'
import type { Change, Commit, CrowdMade, FileKept, RealmMade } from './record.ts'

export interface HistoryEntry {
  at: string
  by: Commit['by']
  operation: Change['operation']
  syncToken: string
  changed: string[]
}

export interface ExecutedCreate {
  at: string
  kind: EntityKind
  id: string
  requestId?: string
  docNumber?: string
  name?: string
}

/** The books of one company, rebuilt from its records. */
export class Realm {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly creates: ExecutedCreate[] = []
  readonly deleted: { kind: EntityKind; entity: Entity; at: string }[] = []
  /** Contents of attachables, in base64. */
  readonly files = new Map<string, string>()
  /** Changes with every write. */
  version = 0
  #settings: RealmSettings = { ...defaultRealmSettings }
  readonly #entities = new Map<EntityKind, Map<string, Entity>>(kindNames.map((kind) => [kind, new Map()]))
  readonly #history = new Map<string, HistoryEntry[]>()
  readonly #lastIds = new Map<string, number>()
  readonly #byDocNumber = new Map<string, Set<string>>()
  readonly #answered = new Map<string, Commit>()

  constructor(made: RealmMade) {
    this.id = made.realm
    this.name = made.name
    this.madeAt = made.at
    for (const { kind, entity } of made.entities) this.#put(kind, entity)
  }

  get settings(): RealmSettings {
    return this.#settings
  }

  set settings(settings: RealmSettings) {
    if (settings.country !== this.#settings.country) this.#moveTo(settings.country)
    this.#settings = settings
  }

  find(kind: EntityKind, id: string): Entity | undefined {
    return this.#entities.get(kind)?.get(id)
  }

  all(kind: EntityKind): Entity[] {
    return [...(this.#entities.get(kind)?.values() ?? [])]
  }

  withDocNumber(kind: EntityKind, docNumber: string): Entity[] {
    const ids = this.#byDocNumber.get(docKey(kind, docNumber)) ?? []
    return [...ids].flatMap((id) => this.find(kind, id) ?? [])
  }

  history(kind: EntityKind, id: string): readonly HistoryEntry[] {
    return this.#history.get(`${kind} ${id}`) ?? []
  }

  nextId(kind: EntityKind): string {
    return String((this.#lastIds.get(entityKinds[kind].idSpace) ?? 0) + 1)
  }

  /** The write that already answered this request id, as long as it is remembered. */
  answered(requestId: string, now: number): Commit | undefined {
    const commit = this.#answered.get(requestId)
    if (!commit || this.settings.replaySeconds === null) return commit
    return now - Date.parse(commit.at) <= this.settings.replaySeconds * 1000 ? commit : undefined
  }

  apply(record: Commit | CrowdMade | FileKept): void {
    this.version += 1
    if (record.type === 'file') this.files.set(record.id, record.content)
    else if (record.type === 'commit') this.#applyCommit(record)
    else for (const { kind, entity } of crowdEntities(this, record)) this.#put(kind, entity)
  }

  #applyCommit(commit: Commit): void {
    for (const change of commit.changes) this.#applyChange(change, commit)
    if (commit.requestId !== undefined) this.#answered.set(commit.requestId, commit)
  }

  #applyChange(change: Change, commit: Commit): void {
    const { kind, entity, operation, changed } = change
    if (operation === 'delete') {
      this.#remove(kind, entity)
      this.deleted.push({ kind, entity, at: commit.at })
    } else {
      this.#put(kind, entity)
    }
    if (operation === 'create') this.creates.push(describeCreate(change, commit))
    const key = `${kind} ${entity.Id}`
    const entry = { at: commit.at, by: commit.by, operation, syncToken: entity.SyncToken, changed }
    this.#history.set(key, [...this.history(kind, entity.Id), entry])
  }

  #put(kind: EntityKind, entity: Entity): void {
    const before = this.find(kind, entity.Id)
    if (before) this.#forgetDocNumber(kind, before)
    this.#entities.get(kind)?.set(entity.Id, entity)
    const docNumber = textOf(entity.DocNumber)
    if (docNumber !== undefined) {
      const key = docKey(kind, docNumber)
      this.#byDocNumber.set(key, (this.#byDocNumber.get(key) ?? new Set()).add(entity.Id))
    }
    const space = entityKinds[kind].idSpace
    this.#lastIds.set(space, Math.max(this.#lastIds.get(space) ?? 0, Number(entity.Id) || 0))
  }

  #moveTo(country: RealmSettings['country']): void {
    for (const kind of ['TaxCode', 'TaxRate'] as const) this.#entities.get(kind)?.clear()
    for (const { kind, entity } of taxEntities(country, this.madeAt)) this.#put(kind, entity)
    this.version += 1
  }

  #remove(kind: EntityKind, entity: Entity): void {
    this.#forgetDocNumber(kind, entity)
    this.#entities.get(kind)?.delete(entity.Id)
  }

  #forgetDocNumber(kind: EntityKind, entity: Entity): void {
    this.#byDocNumber.get(docKey(kind, textOf(entity.DocNumber) ?? ''))?.delete(entity.Id)
  }
}

function docKey(kind: EntityKind, docNumber: string): string {
  return `${kind} ${docNumber}`
}

function describeCreate({ kind, entity }: Change, commit: Commit): ExecutedCreate {
  const property = entityKinds[kind].nameProperty
  const docNumber = textOf(entity.DocNumber)
  const name = property && textOf(entity[property])
  return {
    at: commit.at,
    kind,
    id: entity.Id,
    ...(commit.requestId !== undefined && { requestId: commit.requestId }),
    ...(docNumber !== undefined && { docNumber }),
    ...(name !== undefined && { name }),
  }
}
