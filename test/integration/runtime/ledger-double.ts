import {
  type CallAsker,
  type Capabilities,
  type DocumentCapability,
  DocumentInUse,
  type DriverCall,
  DuplicateName,
  type LedgerDocument,
  type LedgerDriver,
  type LedgerError,
  memoThere,
  type NewItem,
  type NewParty,
  type OperationName,
  type Operations,
  OutcomeUnknown,
  type RemoteDocument,
  type RemoteEmployee,
  type RemoteItem,
  type RemoteMark,
  type RemoteParty,
  type RemoteTerm,
  StaleRevision,
} from '@fieldledger/accounting'

/** What happens to the next write: an error before or after it was committed. */
export interface Fault {
  when: 'before' | 'after'
  error: LedgerError
}

type Write = Extract<OperationName, `${string}.${'create' | 'update' | 'cancel' | 'mark'}`>

/** A ledger in memory with replay keys and faults: what a driver would reach. */
export class LedgerDouble implements LedgerDriver {
  readonly documents = new Map<string, RemoteDocument>()
  readonly items = new Map<string, RemoteItem>()
  readonly vendors = new Map<string, RemoteParty>()
  readonly customers: { id: string; name: string; active: boolean }[] = []
  /** Classes, locations and terms, a few on each page of the list. */
  readonly marks: RemoteMark[] = []
  readonly terms: RemoteTerm[] = []
  readonly employees: RemoteEmployee[] = []
  /** On whose behalf it was called. */
  readonly askers: { operation: OperationName; asked: CallAsker | undefined }[] = []
  readonly calls: { operation: OperationName; requestKey: string }[] = []
  readonly faults: Fault[] = []
  /** What the next reads come to. */
  readonly readFaults: LedgerError[] = []
  /** Notes and names of files, by document. */
  readonly beside = new Map<string, Set<string>>()
  readonly besideFaults: Fault[] = []
  /** What the next pages of a list come to; undefined = they come. */
  readonly listFaults: (LedgerError | undefined)[] = []
  rowsPerPage = 100
  /** Another document, which creates and updates are answered with. */
  answersWith: RemoteDocument | undefined
  /** What is read instead of what stands there. */
  readsAs: ((document: RemoteDocument) => RemoteDocument) | undefined
  /** Runs between the intent and the wire. */
  onWire: (() => Promise<void>) | undefined
  /** false = the ledger has no such keys. */
  keepsKeys = true
  /** false = a read-back differs from what was sent. */
  faithful = true
  /** true = what is closed there stays, as an order does that is billed. */
  keepsBilled = false
  private readonly answers = new Map<string, unknown>()
  private nextId = 1

  get creates(): number {
    return this.calls.filter(({ operation }) => operation === 'document.create').length
  }

  get updates(): number {
    return this.calls.filter(({ operation }) => operation === 'document.update').length
  }

  /** What a person does in the ledger's own pages. */
  editByHand(id: string, change: Partial<RemoteDocument>): void {
    const document = this.documents.get(id)
    if (document === undefined) return
    const reference = { ...document.reference, revision: `by-hand-${this.nextId++}` }
    this.documents.set(id, { ...document, ...change, reference })
  }

  async run<Name extends OperationName>(call: DriverCall<Name>): Promise<Operations[Name]['out']> {
    this.askers.push({ operation: call.operation, asked: call.scope.asked })
    const answer = await this.answer(call as DriverCall<OperationName>)
    return answer as Operations[Name]['out']
  }

  private pageOf<Row>(all: readonly Row[], { cursor = '0' }: { cursor?: string }) {
    const next = Number(cursor) + this.rowsPerPage
    const rows = all.slice(Number(cursor), next)
    return next < all.length ? { rows, next: String(next) } : { rows }
  }

  private async answer(call: DriverCall<OperationName>): Promise<unknown> {
    switch (call.operation) {
      case 'document.create':
      case 'document.update':
      case 'document.cancel':
      case 'document.mark':
      case 'item.create':
      case 'vendor.create':
        return this.write(call as DriverCall<Write>)
      case 'document.get': {
        const fault = this.readFaults.shift()
        if (fault !== undefined) throw fault
        const { reference } = call.input as Operations['document.get']['in']
        const found = this.documents.get(reference.id) ?? null
        if (found !== null && this.readsAs !== undefined) return this.readsAs(found)
        return found === null || this.faithful ? found : { ...found, memo: 'somebody changed it' }
      }
      case 'document.attach':
        return this.attach(call.input as Operations['document.attach']['in'])
      case 'document.list': {
        const fault = this.listFaults.shift()
        if (fault !== undefined) throw fault
        const { kind, from, to, cursor = '0' } = call.input as Operations['document.list']['in']
        const all = [...this.documents.values()].filter(
          ({ date = '', ...one }) => one.kind === kind && date >= from && date <= to,
        )
        return this.pageOf(all, { cursor })
      }
      case 'class.list':
        return this.pageOf(this.marks, call.input as Operations['class.list']['in'])
      case 'term.list':
        return this.pageOf(this.terms, call.input as Operations['term.list']['in'])
      case 'employee.list':
        return this.pageOf(this.employees, call.input as Operations['employee.list']['in'])
      case 'document.find': {
        const { number, party } = call.input as Operations['document.find']['in']
        return [...this.documents.values()].filter(
          (one) => one.number === number && one.party?.id === party.id,
        )
      }
      case 'item.find': {
        const { name } = call.input as Operations['item.find']['in']
        return [...this.items.values()].filter((item) => item.name === name)
      }
      case 'customer.find': {
        const { name } = call.input as Operations['customer.find']['in']
        return this.customers.filter((customer) => customer.name === name)
      }
      case 'vendor.find': {
        const { name } = call.input as Operations['vendor.find']['in']
        return [...this.vendors.values()].filter((vendor) => vendor.name === name)
      }
      default:
        return { rows: [] }
    }
  }

  /** As a ledger that is asked first: what is there already is left alone. */
  private attach({ reference, notes, files }: Operations['document.attach']['in']) {
    const fault = this.besideFaults.shift()
    if (fault?.when === 'before') throw fault.error
    const there = this.beside.get(reference.id) ?? new Set()
    this.beside.set(reference.id, new Set([...there, ...notes, ...files.map(({ name }) => name)]))
    if (fault?.when === 'after') throw fault.error
    return { notTaken: [] }
  }

  private async write(call: DriverCall<Write>): Promise<unknown> {
    await call.beforeWrite?.()
    await this.onWire?.()
    const requestKey = call.scope.requestKey ?? ''
    this.calls.push({ operation: call.operation, requestKey })
    const fault = this.faults.shift()
    if (fault?.when === 'before') throw fault.error
    const known = this.keepsKeys ? this.answers.get(requestKey) : undefined
    const answer = known ?? this.commit(call)
    this.answers.set(requestKey, answer)
    if (fault?.when === 'after') throw fault.error
    return answer
  }

  private commit(call: DriverCall<Write>): RemoteDocument | RemoteItem | RemoteParty {
    if (call.operation === 'vendor.create') return this.makeVendor(call.input as NewParty)
    if (call.operation === 'item.create') return this.makeItem(call.input as NewItem)
    const other = this.answersWith
    if (call.operation === 'document.create' && other !== undefined) return other
    if (call.operation === 'document.create')
      return this.keep(`d${this.nextId++}`, call.input as LedgerDocument)
    if (call.operation === 'document.update') {
      const { document, reference } = call.input as Operations['document.update']['in']
      this.refuseBilled(this.documents.get(reference.id))
      if (reference.revision !== this.documents.get(reference.id)?.reference.revision)
        throw new StaleRevision('Somebody saved it there meanwhile: read it again.')
      const kept = this.keep(reference.id, document)
      return other ?? kept
    }
    if (call.operation === 'document.mark') return this.mark(call.input as Operations['document.mark']['in'])
    const { reference } = call.input as Operations['document.cancel']['in']
    const open = this.documents.get(reference.id)
    if (open === undefined) throw new OutcomeUnknown('There is no such document in the double.')
    const { how } = call.input as Operations['document.cancel']['in']
    this.refuseBilled(open)
    const closed: RemoteDocument = { ...open, status: how === 'close' ? 'closed' : 'removed' }
    this.documents.set(reference.id, closed)
    return closed
  }

  private refuseBilled(document: RemoteDocument | undefined): void {
    if (this.keepsBilled && document?.kind === 'purchase-order' && document.status === 'closed')
      throw new DocumentInUse('It is billed there: remove the bill first.')
  }

  private mark({ reference, as }: Operations['document.mark']['in']): RemoteDocument {
    this.editByHand(reference.id, { status: as === 'billed' ? 'closed' : 'open' })
    const marked = this.documents.get(reference.id)
    if (marked === undefined) throw new OutcomeUnknown('There is no such document in the double.')
    return marked
  }

  private makeItem(item: NewItem): RemoteItem {
    if ([...this.items.values()].some(({ name }) => name === item.name))
      throw new DuplicateName('The name is taken: link it.', { providerCode: '6240' })
    const made: RemoteItem = {
      reference: { id: `i${this.nextId++}`, name: item.name },
      name: item.name,
      kind: item.kind,
      active: true,
    }
    this.items.set(made.reference.id, made)
    return made
  }

  private makeVendor({ name }: NewParty): RemoteParty {
    const made: RemoteParty = { reference: { id: `new-vendor-${this.nextId++}`, name }, name, active: true }
    this.vendors.set(made.reference.id, made)
    return made
  }

  private keep(id: string, document: LedgerDocument): RemoteDocument {
    const memo = memoThere(document)
    const kept: RemoteDocument = {
      reference: { id, revision: String(this.calls.length) },
      kind: document.kind,
      number: document.number,
      party: document.party,
      date: document.date,
      ...(document.dueDate === undefined ? {} : { dueDate: document.dueDate }),
      ...(memo === undefined ? {} : { memo }),
      ...(document.employee === undefined ? {} : { employee: document.employee }),
      status: 'open',
      net: document.net,
      lines: document.lines.map(({ kind, item, account, amount, project }, position) => ({
        id: `l${position + 1}`,
        kind,
        ...(item === undefined ? {} : { item }),
        ...(account === undefined ? {} : { account }),
        amount,
        projects: project === undefined ? [] : [project],
      })),
      url: `http://ledger.example/${id}`,
    }
    this.documents.set(id, kept)
    return kept
  }
}

const purchaseOrder: DocumentCapability = {
  label: 'Purchase Order',
  create: true,
  edits: [
    { standing: 'open', words: 'is open', stays: 'nothing' },
    { standing: 'billed', words: 'is billed', stays: ['party'], instead: 'Put the vendor back on the form.' },
    { standing: 'closed', words: 'is closed', stays: 'everything', instead: 'Open it again there.' },
  ],
  cancel: 'close',
  lineKinds: ['item', 'expense'],
  numberLimit: 21,
  memoLimit: 4000,
  lineLimit: 1000,
}

export const doubleCapabilities: Capabilities = {
  delivery: 'push',
  documents: {
    'purchase-order': { ...purchaseOrder, deletesByChoice: true },
    bill: { ...purchaseOrder, label: 'Bill', cancel: 'delete', linksOrders: true },
  },
  vendors: { list: true, create: true, nameLimit: 100 },
  items: {
    list: true,
    create: ['non-inventory', 'service'],
    nameLimit: 100,
    skuLimit: 100,
    forbiddenInName: ':',
  },
  accounts: { list: true },
  classes: false,
  projects: 'customer',
  unitPriceDecimals: 6,
  replayWindowMs: 600_000,
  quietPeriodMs: 300_000,
  rate: { perSecond: 10, perMinute: 500, concurrent: 10 },
}
