import {
  DocumentRejected,
  DuplicateName,
  DuplicateNumber,
  type LedgerDocument,
  type NewItem,
  type Operations,
  type RemoteDocument,
  type RemoteItem,
  StaleRevision,
  UnknownReference,
} from '@fieldledger/accounting'

/** One write as the ledger gets it. */
export type LedgerWrite =
  | { operation: 'document.create'; input: LedgerDocument }
  | { operation: 'document.update'; input: Operations['document.update']['in'] }
  | { operation: 'document.cancel'; input: Operations['document.cancel']['in'] }
  | { operation: 'item.create'; input: NewItem }

export interface BookRules {
  keys: boolean
  warnsOfDoubleNumbers: boolean
  windowMs: number
  refuses(): boolean
}

/** The books of the simulated ledger: what was really committed there, and when. */
export class LedgerBooks {
  readonly documents = new Map<string, RemoteDocument>()
  readonly items = new Map<string, RemoteItem>()
  /** Document number → how often it was created. */
  readonly creates = new Map<string, number>()
  readonly itemCreates = new Map<string, number>()
  /** Writes on their way that may still be committed. */
  underWay = 0
  private readonly answers = new Map<string, { answer: RemoteDocument | RemoteItem; at: number }>()
  private readonly refusals = new Map<string, boolean>()
  private readonly rules: BookRules
  private changes = 0

  constructor(rules: BookRules) {
    this.rules = rules
  }

  byNumber(number: string): RemoteDocument[] {
    return [...this.documents.values()].filter((one) => one.number === number)
  }

  commit(write: LedgerWrite, by: { requestKey: string; now: number }): RemoteDocument | RemoteItem {
    const known = this.rules.keys ? this.answers.get(by.requestKey) : undefined
    if (known !== undefined && by.now - known.at < this.rules.windowMs) return known.answer
    const answer = this.done(write)
    this.answers.set(by.requestKey, { answer, at: by.now })
    return answer
  }

  /** What it refuses once, it refuses for ever: by what the document says. */
  private refuseUnfitting(document: LedgerDocument): void {
    const says = `${document.number} ${document.net.minor}`
    const refused = this.refusals.get(says) ?? this.rules.refuses()
    this.refusals.set(says, refused)
    if (refused) throw new DocumentRejected('The ledger refuses it: change the form.')
  }

  private done(write: LedgerWrite): RemoteDocument | RemoteItem {
    switch (write.operation) {
      case 'item.create':
        return this.makeItem(write.input)
      case 'document.create': {
        const { number } = write.input
        this.refuseUnfitting(write.input)
        const earlier = this.creates.get(number) ?? 0
        if (this.rules.warnsOfDoubleNumbers && earlier > 0)
          throw new DuplicateNumber('That number is taken there: choose another one.')
        this.creates.set(number, earlier + 1)
        return this.keep(`d${this.documents.size + 1}`, write.input)
      }
      case 'document.update':
        this.open(write.input.reference)
        this.refuseUnfitting(write.input.document)
        return this.keep(write.input.reference.id, write.input.document)
      case 'document.cancel': {
        const closed: RemoteDocument = { ...this.open(write.input.reference), status: 'closed' }
        this.documents.set(closed.reference.id, closed)
        return closed
      }
    }
  }

  // An update says which state of the document it changes.
  private open(reference: { id: string; revision?: string }): RemoteDocument {
    const found = this.documents.get(reference.id)
    if (found === undefined) throw new UnknownReference('There is no such document: look into its books.')
    if (reference.revision !== undefined && reference.revision !== found.reference.revision)
      throw new StaleRevision('Somebody changed it meanwhile: try again.')
    return found
  }

  private makeItem(item: NewItem): RemoteItem {
    this.itemCreates.set(item.name, (this.itemCreates.get(item.name) ?? 0) + 1)
    if ([...this.items.values()].some(({ name }) => name === item.name))
      throw new DuplicateName('The name is taken: link it.', { providerCode: '6240' })
    const id = `i${this.items.size + 1}`
    const made: RemoteItem = {
      reference: { id, name: item.name },
      name: item.name,
      kind: item.kind,
      active: true,
    }
    this.items.set(id, made)
    return made
  }

  private keep(id: string, document: LedgerDocument): RemoteDocument {
    this.changes += 1
    const kept: RemoteDocument = {
      reference: { id, revision: String(this.changes) },
      kind: document.kind,
      number: document.number,
      party: document.party,
      date: document.date,
      ...(document.memo === undefined ? {} : { memo: document.memo }),
      status: 'open',
      net: document.net,
      lines: document.lines.map(({ kind, item, account, amount }) => ({
        kind,
        ...(item === undefined ? {} : { item }),
        ...(account === undefined ? {} : { account }),
        amount,
      })),
    }
    this.documents.set(id, kept)
    return kept
  }
}
