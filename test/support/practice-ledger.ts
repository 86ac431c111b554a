import { UnexpectedAnswer } from './http-session.ts'

export type FaultKind = '500' | '429' | 'reset-before' | 'reset-after' | 'late' | 'slow' | 'truncated'

export interface PurchaseOrderInBooks {
  Id: string
  DocNumber: string
  TotalAmt: number
  POStatus: 'Open' | 'Closed'
  DueDate?: string
  Memo?: string
  PrivateNote?: string
  VendorRef: { value: string; name?: string }
  Line: { DetailType: string; Amount: number; Description?: string }[]
}

export interface Books {
  entities: {
    PurchaseOrder: PurchaseOrderInBooks[]
    Vendor: {
      Id: string
      DisplayName: string
      PrintOnCheckName?: string
      MetaData: { LastUpdatedTime: string }
    }[]
    Item: { Id: string; Name: string }[]
    Bill: object[]
  }
  creates: { kind: string; docNumber: string | null; requestId: string | null }[]
}

/** The practice ledger's control door and its books: the oracle of every test that counts documents. */
export class PracticeLedger {
  readonly origin: string

  /** `origin` includes the ledger's path, e.g. http://127.0.0.1:4001/quickbooks-online. */
  constructor(origin: string) {
    this.origin = origin
  }

  makeRealm = (name: string) => this.#call<{ id: string; name: string }>('POST', '/realms', { name })
  books = (realm: string) => this.#call<Books>('GET', `/realms/${realm}/books`)
  realms = () => this.#call<{ id: string; name: string }[]>('GET', '/realms')
  change = (place: { realm: string; entity: string; id: string }, changes: object) =>
    this.#call('POST', `/realms/${place.realm}/${place.entity}/${place.id}`, changes)
  /** Pays a document by hand: all that is due of it. */
  pay = (place: { realm: string; entity: string; id: string }) =>
    this.#call('POST', `/realms/${place.realm}/${place.entity}/${place.id}/payments`, {})
  repeat = (place: { realm: string; entity: string; id: string }) =>
    this.#call('POST', `/realms/${place.realm}/${place.entity}/${place.id}/repeat`, {})
  remove = (place: { realm: string; entity: string; id: string }) =>
    this.#call('DELETE', `/realms/${place.realm}/${place.entity}/${place.id}`)
  limits = () => this.#call<{ refused?: Record<string, number> }>('GET', '/limits')
  setLimits = (limits: object) => this.#call('POST', '/limits', limits)
  /** A setting of the company's own in the ledger: off, it takes two orders of one number without a word. */
  warnOfDoubleNumbers = (realm: string, warnDuplicatePurchaseOrderNumber: boolean) =>
    this.#call('POST', `/realms/${realm}/settings`, { warnDuplicatePurchaseOrderNumber })
  endSubscription = (realm: string, subscriptionEnded: boolean) =>
    this.#call('POST', `/realms/${realm}/settings`, { subscriptionEnded })
  /** Outside of the United States there is tax on what is bought. */
  moveTo = (realm: string, country: 'GB' | 'CA') =>
    this.#call('POST', `/realms/${realm}/settings`, { country })
  expireTokens = (realm: string) => this.#call('POST', '/tokens/expire', { realm })
  revokeTokens = (realm: string) => this.#call('POST', '/tokens/revoke', { realm })

  fail = (faults: {
    realm?: string
    seed?: number
    rates?: Partial<Record<FaultKind, number>>
    next?: (FaultKind | 'none')[]
    scope?: string
    retryAfterSeconds?: number
    lateMs?: number
    slowMs?: number
  }) => this.#call('POST', '/faults', faults)

  /** Very many vendors and items at one go; answers how many there are then. */
  crowd = (realm: string, crowd: { vendors: number; items: number }) =>
    this.#call<{ vendors: number; items: number }>('POST', `/realms/${realm}/crowd`, crowd)
  /** How often each kind of call was made, by company. */
  requests = () => this.#call<{ realms: Record<string, Record<string, number>> }>('GET', '/requests')
  forgetRequests = () => this.#call('DELETE', '/requests')

  /** From now on it tells that address what happens in any of its companies, signed as practice ledgers sign. */
  tell = (url: string) => this.#call('POST', '/webhooks', { url, secret: 'practice-webhook-secret' })
  tellNobody = () => this.#call('DELETE', '/webhooks')

  heal = (realm?: string) => this.#call('DELETE', '/faults', realm === undefined ? {} : { realm })

  async #call<Body = unknown>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await fetch(`${this.origin}/_control${path}`, {
      method,
      // A line that is kept may be closed from there in the moment in which the next call goes out.
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const parsed: unknown = await answer.json()
    if (!answer.ok) throw new UnexpectedAnswer(`${method} ${path}`, { status: answer.status, body: parsed })
    return parsed as Body
  }
}
