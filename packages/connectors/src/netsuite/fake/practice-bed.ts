import { isObject, type Json, type JsonObject, listOf } from '../../fake-service/json.ts'
import { type CallOptions, type Heard, PracticeBed, serveFake } from '../../fake-service/practice-bed.ts'
import type { FakeOptions } from '../../fakes.ts'
import { basePath } from './base-path.ts'
import { createFake } from './create-fake.ts'

/** The fake behind real HTTP, with one connected company: for the tests of this folder. */
export async function openPracticeBed(options: Partial<FakeOptions> & { trade?: string } = {}) {
  const served = await serveFake({ basePath, createFake }, options)
  const bed = new NetSuiteBed(served)
  if (options.control !== false) await bed.connectFresh(options.trade)
  return Object.assign(bed, { close: served.close })
}

export class NetSuiteBed extends PracticeBed {
  protected readonly tokenPath = '/services/rest/auth/oauth2/v1/token'

  /** A call to the services of the connected company, at its own host. */
  rest(path: string, options: CallOptions = {}): Promise<Heard> {
    const headers = { authorization: `Bearer ${this.access}`, ...options.headers }
    const host = this.realm.toLowerCase().replaceAll('_', '-')
    return this.call(`/${host}/services/rest${path}`, { ...options, headers })
  }

  record(path: string, options: CallOptions = {}): Promise<Heard> {
    return this.rest(`/record/v1${path}`, options)
  }

  put(path: string, body: Json): Promise<Heard> {
    return this.record(path, { method: 'PUT', body })
  }

  patch(path: string, body: Json): Promise<Heard> {
    return this.record(path, { method: 'PATCH', body })
  }

  suiteQl(q: string, query = ''): Promise<Heard> {
    return this.rest(`/query/v1/suiteql${query}`, { body: { q }, headers: { prefer: 'transient' } })
  }

  async records(type: string): Promise<JsonObject[]> {
    const { records } = await this.books()
    return isObject(records) ? listOf(records[type]) : []
  }

  /** The id of a seeded record by its name. */
  async idOf(type: string, name: string): Promise<string> {
    const all = await this.records(type)
    const found = all.find((each) => [each.entityId, each.itemId, each.acctName, each.name].includes(name))
    return String(found?.id)
  }

  /** Which kind of item an id belongs to. */
  async itemType(id: string): Promise<string> {
    const { records } = await this.books()
    const found = Object.entries(isObject(records) ? records : {}).find(
      ([type, all]) => type.endsWith('Item') && listOf(all).some((each) => each.id === id),
    )
    return found?.[0] ?? ''
  }

  async purchaseOrder(changes: JsonObject = {}): Promise<JsonObject> {
    return {
      entity: { id: await this.idOf('vendor', 'Cascade Lumber Supply') },
      item: { items: [itemLine(await this.idOf('nonInventoryPurchaseItem', '2x4x8 Stud'))] },
      expense: { items: [expenseLine(await this.idOf('account', 'Job Materials'))] },
      ...changes,
    }
  }

  /** Makes one record and gives back its id. */
  async create(type: string, body: JsonObject): Promise<string> {
    const { status, headers, text } = await this.record(`/${type}`, { body })
    if (status !== 204) throw new TypeError(`not created: ${text}`)
    return (headers.get('location') ?? '').split('/').at(-1) ?? ''
  }

  async read(type: string, id: string, query = '?expandSubResources=true'): Promise<JsonObject> {
    return (await this.record(`/${type}/${id}${query}`)).json
  }
}

export function itemLine(item: string, changes: JsonObject = {}): JsonObject {
  return { item: { id: item }, quantity: 8, rate: 10, description: 'Studs for the garage', ...changes }
}

export function expenseLine(account: string, changes: JsonObject = {}): JsonObject {
  return { account: { id: account }, amount: 60, memo: 'Skip hire', ...changes }
}

/** Status, code, text and path of the first error of an answer. */
export function errorOf({ status, json }: Heard): JsonObject {
  const [first = {}] = listOf(json['o:errorDetails'])
  const path = first['o:errorPath'] ?? first['o:errorQueryParam'] ?? first['o:errorHeader']
  return {
    status,
    code: first['o:errorCode'] ?? null,
    detail: first.detail ?? null,
    ...(path !== undefined && { path }),
  }
}
