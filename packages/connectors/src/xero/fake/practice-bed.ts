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

export const redirectUri = 'http://127.0.0.1:4000/callback'
export const basic = `Basic ${Buffer.from('practice-client:practice-secret').toString('base64')}`

export interface Heard {
  status: number
  headers: Headers
  text: string
  json: JsonObject
}

export interface CallOptions {
  method?: string
  headers?: Record<string, string>
  body?: Json
  text?: string
}

/** The fake behind real HTTP, with one connected organisation: for the tests of this folder. */
export async function openPracticeBed(options: Partial<FakeOptions> & { trade?: string } = {}) {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'practice-'))
  const fake = createFake({ control: true, ...options, dataFolder: folder })
  const server = createServer(express().use(basePath, fake.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`
  const bed = new PracticeBed({ url, folder })
  if (options.control !== false) {
    await bed.control('/limits', { enabled: false })
    const realm = await bed.control('/realms', { name: options.trade ?? 'Harbour Test' })
    await bed.connect(String(realm.json.id))
  }
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

  control(path: string, body: Json = {}, method = 'POST'): Promise<Heard> {
    return this.call(`/_control${path}`, method === 'GET' ? { method } : { method, body })
  }

  token(form: Record<string, string>, path = '/connect/token'): Promise<Heard> {
    return this.call(path, {
      text: new URLSearchParams(form).toString(),
      headers: { authorization: basic, 'content-type': 'application/x-www-form-urlencoded' },
    })
  }

  async connect(realm: string, scope?: string): Promise<void> {
    const { json } = await this.control(`/realms/${realm}/connect`, {
      redirectUri,
      ...(scope !== undefined && { scope }),
    })
    const tokens = await this.token({
      grant_type: 'authorization_code',
      code: String(json.code),
      redirect_uri: redirectUri,
    })
    this.realm = realm
    this.access = String(tokens.json.access_token)
    this.refresh = String(tokens.json.refresh_token)
  }

  async books(): Promise<JsonObject> {
    return (await this.control(`/realms/${this.realm}/books`, {}, 'GET')).json
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

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
