import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { isObject, type Json, type JsonObject, listOf } from '../../fake-service/json.ts'
import type { FakeOptions } from '../../fakes.ts'
import { basePath } from './base-path.ts'
import { createFake } from './create-fake.ts'
import type { Entity } from './json.ts'

export const redirectUri = 'http://127.0.0.1:4000/callback'
export const basic = `Basic ${Buffer.from('practice-client:practice-secret').toString('base64')}`

export interface Heard {
  status: number
  headers: Headers
  text: string
  json: JsonObject
}

interface CallOptions {
  method?: string
  headers?: Record<string, string>
  body?: Json
  text?: string
}

/** The fake behind real HTTP, with one connected company: for the tests of this folder. */
export async function openPracticeBed(options: Partial<FakeOptions> & { trade?: string } = {}) {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'practice-'))
  const fake = createFake({ control: true, ...options, dataFolder: folder })
  const server = createServer(express().use(basePath, fake.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`
  const bed = new PracticeBed({ url, folder })
  await bed.control('/limits', { enabled: false })
  const realm = await bed.control('/realms', { name: options.trade ?? 'Harbour Test' })
  await bed.connect(String(realm.json.id))
  const close = async (keepFolder = false) => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    await fake.close()
    if (!keepFolder) rmSync(folder, { recursive: true, force: true })
  }
  return Object.assign(bed, { close })
}

export class PracticeBed {
  readonly url: string
  readonly folder: string
  realm = ''
  access = ''
  refresh = ''

  constructor({ url, folder }: { url: string; folder: string }) {
    this.url = url
    this.folder = folder
  }

  async call(path: string, { method, headers, body, text }: CallOptions = {}): Promise<Heard> {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const answer = await fetch(`${this.url}${path}`, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(sent !== undefined && { body: sent }),
    })
    const heard = await answer.text()
    return { status: answer.status, headers: answer.headers, text: heard, json: parsed(heard) }
  }

  /** A call to the API of the connected company. */
  api(path: string, options: CallOptions = {}): Promise<Heard> {
    const headers = { authorization: `Bearer ${this.access}`, ...options.headers }
    return this.call(`/v3/company/${this.realm}${path}`, { ...options, headers })
  }

  control(path: string, body: Json = {}, method = 'POST'): Promise<Heard> {
    return this.call(`/_control${path}`, method === 'GET' ? { method } : { method, body })
  }

  token(form: Record<string, string>, authorization = basic): Promise<Heard> {
    return this.call('/oauth2/v1/tokens/bearer', {
      text: new URLSearchParams(form).toString(),
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    })
  }

  async connect(realm: string): Promise<void> {
    const { json } = await this.control(`/realms/${realm}/connect`, { redirectUri })
    const tokens = await this.token({
      grant_type: 'authorization_code',
      code: String(json.code),
      redirect_uri: redirectUri,
    })
    this.realm = realm
    this.access = String(tokens.json.access_token)
    this.refresh = String(tokens.json.refresh_token)
  }

  async query(text: string): Promise<JsonObject> {
    const { json } = await this.api(`/query?query=${encodeURIComponent(text)}`)
    return isObject(json.QueryResponse) ? json.QueryResponse : json
  }

  async books(): Promise<JsonObject> {
    return (await this.control(`/realms/${this.realm}/books`, {}, 'GET')).json
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

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
