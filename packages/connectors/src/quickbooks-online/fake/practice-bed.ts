import { isObject, type Json, type JsonObject, listOf } from '../../fake-service/json.ts'
import { type CallOptions, type Heard, PracticeBed, serveFake } from '../../fake-service/practice-bed.ts'
import type { FakeOptions } from '../../fakes.ts'
import { basePath } from './base-path.ts'
import { createFake } from './create-fake.ts'
import type { Entity } from './json.ts'

export { basic, redirectUri } from '../../fake-service/practice-bed.ts'

/** The fake behind real HTTP, with one connected company: for the tests of this folder. */
export async function openPracticeBed(options: Partial<FakeOptions> & { trade?: string } = {}) {
  const served = await serveFake({ basePath, createFake }, options)
  const bed = new QuickBooksBed(served)
  if (options.control !== false) await bed.connectFresh(options.trade)
  return Object.assign(bed, { close: served.close })
}

export class QuickBooksBed extends PracticeBed {
  protected readonly tokenPath = '/oauth2/v1/tokens/bearer'

  /** A call to the API of the connected company. */
  api(path: string, options: CallOptions = {}): Promise<Heard> {
    const headers = { authorization: `Bearer ${this.access}`, ...options.headers }
    return this.call(`/v3/company/${this.realm}${path}`, { ...options, headers })
  }

  async query(text: string): Promise<JsonObject> {
    const { json } = await this.api(`/query?query=${encodeURIComponent(text)}`)
    return isObject(json.QueryResponse) ? json.QueryResponse : json
  }

  /** The id of a seeded list entity by its name. */
  async idOf(kind: string, name: string): Promise<string> {
    const entities = (await this.books()).entities
    const all = isObject(entities) ? listOf(entities[kind]) : []
    return String(all.find((each) => each.Name === name || each.DisplayName === name)?.Id)
  }

  async purchaseOrder(changes: JsonObject = {}): Promise<JsonObject> {
    return {
      VendorRef: { value: await this.idOf('Vendor', 'Cascade Lumber Supply') },
      APAccountRef: { value: await this.idOf('Account', 'Accounts Payable') },
      Line: [
        itemLine(await this.idOf('Item', '2x4x8 Stud')),
        accountLine(await this.idOf('Account', 'Job Materials')),
      ],
      ...changes,
    }
  }

  async create(path: string, body: JsonObject, query = ''): Promise<Entity> {
    const { json, text } = await this.api(`/${path}${query}`, { body })
    const entity = Object.values(json).find((value) => isObject(value) && typeof value.Id === 'string')
    if (!isObject(entity)) throw new TypeError(`not created: ${text}`)
    return entity as Entity
  }
}

export function itemLine(item: string, changes: JsonObject = {}): JsonObject {
  return {
    DetailType: 'ItemBasedExpenseLineDetail',
    Amount: 80,
    Description: 'Studs for the garage',
    ItemBasedExpenseLineDetail: { ItemRef: { value: item }, Qty: 8, UnitPrice: 10 },
    ...changes,
  }
}

export function accountLine(account: string, changes: JsonObject = {}): JsonObject {
  return {
    DetailType: 'AccountBasedExpenseLineDetail',
    Amount: 60,
    Description: 'Skip hire',
    AccountBasedExpenseLineDetail: { AccountRef: { value: account } },
    ...changes,
  }
}

/** Code, detail and element of the first error of either envelope. */
export function errorOf(heard: Heard): {
  code: Json
  message: Json
  detail: Json
  element: Json
  type: Json
} {
  const upper = isObject(heard.json.Fault) ? heard.json.Fault : undefined
  const lower = isObject(heard.json.fault) ? heard.json.fault : undefined
  const [first = {}] = listOf(upper?.Error ?? lower?.error)
  return {
    code: first.code ?? null,
    message: first.Message ?? first.message ?? null,
    detail: first.Detail ?? first.detail ?? null,
    element: first.element ?? null,
    type: upper?.type ?? lower?.type ?? null,
  }
}
