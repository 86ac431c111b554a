import { isObject, type Json, type JsonObject, listOf } from '../../fake-service/json.ts'
import { type CallOptions, type Heard, PracticeBed, serveFake } from '../../fake-service/practice-bed.ts'
import type { FakeOptions } from '../../fakes.ts'
import { basePath } from './base-path.ts'
import { createFake } from './create-fake.ts'

export { basic, redirectUri } from '../../fake-service/practice-bed.ts'

/** The fake behind real HTTP, with one connected organisation: for the tests of this folder. */
export async function openPracticeBed(options: Partial<FakeOptions> & { trade?: string } = {}) {
  const served = await serveFake({ basePath, createFake }, options)
  const bed = new XeroBed(served)
  if (options.control !== false) await bed.connectFresh(options.trade)
  return Object.assign(bed, { close: served.close })
}

export class XeroBed extends PracticeBed {
  protected readonly tokenPath = '/connect/token'

  /** A call to the API of the connected organisation. */
  api(path: string, options: CallOptions = {}): Promise<Heard> {
    const headers = {
      authorization: `Bearer ${this.access}`,
      'xero-tenant-id': this.realm,
      ...options.headers,
    }
    return this.call(`/api.xro/2.0${path}`, { ...options, headers })
  }

  put(path: string, body: Json, headers: Record<string, string> = {}): Promise<Heard> {
    return this.api(path, { method: 'PUT', body, headers })
  }

  async elements(plural: string): Promise<JsonObject[]> {
    const { elements } = await this.books()
    return isObject(elements) ? listOf(elements[plural]) : []
  }

  /** The id of a seeded contact. */
  async contactId(name: string): Promise<string> {
    return String((await this.elements('Contacts')).find((each) => each.Name === name)?.ContactID)
  }

  async purchaseOrder(changes: JsonObject = {}): Promise<JsonObject> {
    return {
      Contact: { ContactID: await this.contactId('Cascade Lumber Supply') },
      LineItems: [itemLine(), accountLine()],
      ...changes,
    }
  }

  /** Makes one element and gives it back as the ledger shows it. */
  async create(plural: string, body: JsonObject, query = ''): Promise<JsonObject> {
    const { json, text } = await this.put(`/${plural}${query}`, { [plural]: [body] })
    const [made] = listOf(json[plural])
    if (!made) throw new TypeError(`not created: ${text}`)
    return made
  }
}

export function itemLine(changes: JsonObject = {}): JsonObject {
  return {
    ItemCode: 'LUM-2048',
    Description: 'Studs for the garage',
    Quantity: 8,
    UnitAmount: 10,
    ...changes,
  }
}

export function accountLine(changes: JsonObject = {}): JsonObject {
  return {
    AccountCode: '400',
    Description: 'Skip hire',
    Quantity: 1,
    UnitAmount: 60,
    TaxType: 'NONE',
    ...changes,
  }
}

/** The sentences of all `ValidationErrors` of a refused call. */
export function sentencesOf(heard: Heard): string[] {
  return listOf(heard.json.Elements).flatMap((element) =>
    listOf(element.ValidationErrors).map(({ Message }) => String(Message)),
  )
}
