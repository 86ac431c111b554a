import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fakes } from '@fieldledger/connectors/fakes'
import { build } from 'esbuild'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { startSandbox } from './start-sandbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
const program = join(folder, 'main.mjs')
const children: ChildProcess[] = []
const ledger = fakes[0]?.provider ?? ''

beforeAll(async () => {
  await build({
    // What the launcher of the bundle does.
    stdin: {
      contents: "import { main } from './main.ts'; void main()",
      resolveDir: dirname(fileURLToPath(import.meta.url)),
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function start(settings: { port: number; data: string }) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, FIELDLEDGER_SANDBOX_PORT: String(settings.port), FIELDLEDGER_DATA: settings.data },
  })
  children.push(child)
  return child
}

async function urlOf(child: ChildProcess): Promise<string> {
  let heard = ''
  for await (const chunk of child.stdout ?? []) {
    heard += String(chunk)
    const url = /"url":"([^"]+)"/.exec(heard)?.[1]
    if (url !== undefined) return url
  }
  return heard
}

const json = { 'content-type': 'application/json', accept: 'application/json' }

async function post<Answer>(
  url: string,
  body: unknown,
  headers: Record<string, string> = json,
): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (await (await fetch(url, { method: 'POST', headers, body: text })).json()) as Answer
}

async function signIn(url: string): Promise<{ realm: string; token: string }> {
  const redirectUri = 'http://127.0.0.1:4000/callback'
  const [realm] = (await (await fetch(`${url}/_control/realms`)).json()) as { id: string }[]
  const { code } = await post<{ code: string }>(`${url}/_control/realms/${realm?.id}/connect`, {
    redirectUri,
  })
  await post(`${url}/_control/limits`, { enabled: false })
  const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })
  const tokens = await post<{ access_token: string }>(`${url}/oauth2/v1/tokens/bearer`, form.toString(), {
    authorization: `Basic ${btoa('practice-client:practice-secret')}`,
    'content-type': 'application/x-www-form-urlencoded',
  })
  return { realm: realm?.id ?? '', token: tokens.access_token }
}

test('everything that was answered is in the books after kill -9', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sandbox-data-'))
  const first = start({ port: 0, data })
  const url = `${await urlOf(first)}/${ledger}`
  const { realm, token } = await signIn(url)
  const answered: string[] = []
  const total = 150
  const names = Array.from({ length: total }, (_, n) => `V${n}`)
  const create = async (base: string, name: string) => {
    const headers = { ...json, authorization: `Bearer ${token}` }
    const answer = await post<{ Vendor: { Id: string } }>(
      `${base}/v3/company/${realm}/vendor?requestid=${name}`,
      { DisplayName: name },
      headers,
    )
    answered.push(`${name} ${answer.Vendor.Id}`)
  }
  const lane = async (from: number) => {
    for (let n = from; n < total; n += 6) await create(url, `V${n}`)
  }
  const lanes = Promise.allSettled([0, 1, 2, 3, 4, 5].map(lane))
  await expect.poll(() => answered.length, { interval: 1, timeout: 30_000 }).toBeGreaterThan(30)
  first.kill('SIGKILL')
  await lanes
  const before = [...answered]
  expect(before.length).toBeLessThan(total)

  const again = `${await urlOf(start({ port: 0, data }))}/${ledger}`
  const books = (await (await fetch(`${again}/_control/realms/${realm}/books`)).json()) as {
    creates: { name: string; id: string }[]
  }
  const kept = books.creates.map((made) => `${made.name} ${made.id}`)
  expect(kept).toEqual(expect.arrayContaining(before))
  await post(`${again}/_control/limits`, { enabled: false })
  await Promise.all(names.map((name) => create(again, name)))
  const after = (await (await fetch(`${again}/_control/realms/${realm}/books`)).json()) as {
    creates: { name: string }[]
  }
  expect(after.creates.map((made) => made.name).sort()).toEqual([...names].sort())
}, 60_000)

test('a busy port is told in one sentence, with exit code 1', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sandbox-data-'))
  const running = await startSandbox({ port: 0, dataFolder: data })
  const child = start({ port: running.port, data })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(said.trim()).toBe(
    `Port ${running.port} for the practice ledgers is in use. Stop the other program or set FIELDLEDGER_SANDBOX_PORT to a free port.`,
  )
  await running.close()
}, 30_000)

test('SIGTERM ends it cleanly', async () => {
  const child = start({ port: 0, data: mkdtempSync(join(tmpdir(), 'sandbox-data-')) })
  const url = await urlOf(child)
  expect(await (await fetch(`${url}/health`)).json()).toEqual({
    status: 'ok',
    ledgers: fakes.map((fake) => fake.provider),
  })
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
}, 30_000)

test('the first page leads into the books, anything else is not found', async () => {
  const sandbox = await startSandbox({ port: 0, dataFolder: mkdtempSync(join(tmpdir(), 'sandbox-data-')) })
  const home = await fetch(sandbox.url)
  expect(home.url).toBe(`${sandbox.url}/${ledger}/app`)
  expect(await home.text()).toContain('Practice companies')
  expect((await fetch(`${sandbox.url}/nowhere`)).status).toBe(404)
  await sandbox.close()
})
