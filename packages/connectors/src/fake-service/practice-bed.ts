import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import type { Fake, FakeOptions } from '../fakes.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

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

interface Served {
  basePath: string
  createFake: (options: FakeOptions) => Fake
}

/** A fake behind real HTTP, on a folder of its own. */
export async function serveFake({ basePath, createFake }: Served, options: Partial<FakeOptions> = {}) {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'practice-'))
  const fake = createFake({ control: true, ...options, dataFolder: folder })
  const server = createServer(express().use(basePath, fake.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`
  const close = async (keepFolder = false) => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    await fake.close()
    if (!keepFolder) rmSync(folder, { recursive: true, force: true })
  }
  return { url, folder, close }
}

/** What tests of every fake need: calls over HTTP, control requests, one connected company. */
export abstract class PracticeBed {
  readonly url: string
  readonly folder: string
  realm = ''
  access = ''
  refresh = ''

  constructor({ url, folder }: { url: string; folder: string }) {
    this.url = url
    this.folder = folder
  }

  /** Where codes become tokens. */
  protected abstract readonly tokenPath: string

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

  control(path: string, body: Json = {}, method = 'POST'): Promise<Heard> {
    return this.call(`/_control${path}`, method === 'GET' ? { method } : { method, body })
  }

  /** A form for the token endpoint, or another one of the authorisation server. */
  token(form: Record<string, string>, more: { path?: string; authorization?: string } = {}): Promise<Heard> {
    return this.call(more.path ?? this.tokenPath, {
      text: new URLSearchParams(form).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(more.authorization !== '' && { authorization: more.authorization ?? basic }),
      },
    })
  }

  /** A company of its own, without limits, and let in. */
  async connectFresh(name = 'Harbour Test'): Promise<void> {
    await this.control('/limits', { enabled: false })
    const realm = await this.control('/realms', { name })
    await this.connect(String(realm.json.id))
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
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
