import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import { type ElementKind, elementKinds, idOf, kindNames } from '../element-kinds.ts'
import { crowdElements } from '../seed/crowd.ts'
import type { Answered, Attached, Change, Commit, CrowdMade, Noted, TenantMade } from './record.ts'
import { defaultTenantSettings, type TenantSettings } from './tenant-settings.ts'

export interface HistoryEntry {
  at: string
  by: Commit['by'] | 'note'
  changes: string
  details: string
}

export interface ExecutedCreate {
  at: string
  kind: ElementKind
  id: string
  requestKey: string | null
  number: string | null
}

/** The books of one organisation, rebuilt from its records. */
export class Tenant {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly creates: ExecutedCreate[] = []
  /** Changes with every write. */
  version = 0
  settings: TenantSettings = { ...defaultTenantSettings }
  readonly #elements = new Map<ElementKind, Map<string, JsonObject>>(
    kindNames.map((kind) => [kind, new Map()]),
  )
  readonly #history = new Map<string, HistoryEntry[]>()
  readonly #answered = new Map<string, Answered>()
  readonly #attachments = new Map<string, Attached[]>()

  constructor(made: TenantMade) {
    this.id = made.tenant
    this.name = made.name
    this.madeAt = made.at
    for (const { kind, element } of made.elements) this.#elements.get(kind)?.set(idOf(kind, element), element)
  }

  find(kind: ElementKind, id: string): JsonObject | undefined {
    const all = this.#elements.get(kind)
    return all?.get(id) ?? all?.get(id.toLowerCase())
  }

  all(kind: ElementKind): JsonObject[] {
    return [...(this.#elements.get(kind)?.values() ?? [])]
  }

  /** By another property, as Xero compares texts: upper and lower case are one. */
  findBy(kind: ElementKind, wanted: { property: string; value: string }): JsonObject[] {
    const value = wanted.value.toLowerCase()
    return this.all(kind).filter((each) => textOf(each[wanted.property])?.toLowerCase() === value)
  }

  history(kind: ElementKind, id: string): readonly HistoryEntry[] {
    return this.#history.get(`${kind} ${id}`) ?? []
  }

  attachments(kind: ElementKind, id: string): readonly Attached[] {
    return this.#attachments.get(`${kind} ${id}`) ?? []
  }

  /** The answer that this key was given, as long as it is remembered. */
  answered(key: string, now: number): Answered | undefined {
    const found = this.#answered.get(key)
    return found && now - found.at <= this.settings.replaySeconds * 1000 ? found : undefined
  }

  /** What `work` plays is in the books while it runs, and gone afterwards. */
  rehearse<Result>(work: (play: (changes: readonly Change[]) => void) => Result): Result {
    const undo: (() => void)[] = []
    const play = (changes: readonly Change[]) => {
      for (const { kind, element } of changes) {
        const all = this.#elements.get(kind)
        const id = idOf(kind, element)
        const before = all?.get(id)
        undo.push(() => (before ? all?.set(id, before) : all?.delete(id)))
        all?.set(id, element)
      }
    }
    try {
      return work(play)
    } finally {
      for (const step of undo.toReversed()) step()
    }
  }

  apply(record: Commit | Answered | Noted | Attached | CrowdMade): void {
    this.version += 1
    if (record.type === 'crowd')
      for (const { kind, element } of crowdElements(this, record))
        this.#elements.get(kind)?.set(idOf(kind, element), element)
    else if (record.type === 'answered') this.#answered.set(record.key, record)
    else if (record.type === 'commit') for (const change of record.changes) this.#change(change, record)
    else if (record.type === 'note') {
      this.#remember(record, { at: record.at, by: 'note', changes: 'Note', details: record.details })
    } else {
      const kept = this.attachments(record.kind, record.id).filter(
        ({ attachment }) => attachment.FileName !== record.attachment.FileName,
      )
      this.#attachments.set(`${record.kind} ${record.id}`, [...kept, record])
    }
  }

  #change({ kind, element, operation, changed }: Change, commit: Commit): void {
    const id = idOf(kind, element)
    if (operation === 'delete') this.#elements.get(kind)?.delete(id)
    else this.#elements.get(kind)?.set(id, element)
    const { alias } = elementKinds[kind]
    const number = textOf(element[alias ?? 'Name']) ?? null
    if (operation === 'create')
      this.creates.push({ at: commit.at, kind, id, requestKey: commit.requestKey ?? null, number })
    const verb = { create: 'Created', update: 'Edited', delete: 'Deleted' }[operation]
    this.#remember({ kind, id }, { at: commit.at, by: commit.by, changes: verb, details: changed.join(', ') })
  }

  #remember({ kind, id }: { kind: ElementKind; id: string }, entry: HistoryEntry): void {
    this.#history.set(`${kind} ${id}`, [...this.history(kind, id), entry])
  }
}

/** Which contact a document names. */
export function contactOf(document: JsonObject, tenant: Tenant): JsonObject | undefined {
  const contact = isObject(document.Contact) ? document.Contact : {}
  return tenant.find('Contact', textOf(contact.ContactID) ?? '')
}
