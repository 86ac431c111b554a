import { generateKeyPairSync } from 'node:crypto'
import { type ProviderSettings, settingsOfCompany } from '@fieldledger/accounting'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorisation } from './authorise.ts'
import { openPracticeBed } from './fake/practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

/** As the real addresses are: every account has a host of its own, which is a part of the path there. */
const settings = (more: Partial<ProviderSettings> = {}): ProviderSettings => ({
  baseUrl: `${bed.url}/{company}`,
  authUrl: bed.url,
  booksUrl: `${bed.url}/app`,
  clientId: 'practice-client',
  clientSecret: 'practice-secret',
  redirectUrl: 'http://127.0.0.1:4000/callback',
  ...more,
})

const asked = (accessToken: string) =>
  bed.rest('/query/v1/suiteql', {
    headers: { authorization: `Bearer ${accessToken}`, prefer: 'transient' },
    body: { q: 'SELECT id FROM vendor ORDER BY id' },
  })

test('a consent with its proof key becomes tokens at the account’s own host', async () => {
  const state = 'a'.repeat(43)
  const page = new URL(authorisation.authoriseUrl(settings(), state))
  const form = new URLSearchParams(page.search)
  form.set('company', bed.realm)
  form.set('decision', 'allow')
  const answer = await bed.call(page.href.slice(bed.url.length).split('?')[0] ?? '', {
    text: form.toString(),
    headers: { origin: page.origin, 'content-type': 'application/x-www-form-urlencoded' },
  })
  const { companies, tokens } = await authorisation.exchange(settings(), answer.headers.get('location') ?? '')
  expect(companies).toEqual([{ id: bed.realm }])
  expect(await asked(tokens.accessToken)).toMatchObject({ status: 200 })
})

test('a certificate goes on when the consent has ended', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = (type: 'spki' | 'pkcs8') =>
    type === 'spki' ? publicKey.export({ type, format: 'pem' }) : privateKey.export({ type, format: 'pem' })
  const made = await bed.control(`/realms/${bed.realm}/certificates`, { publicKey: String(pem('spki')) })
  await bed.control('/tokens/revoke', { realm: bed.realm })
  const here = settingsOfCompany(settings(), bed.realm)
  const refused = await authorisation.refresh(here, bed.refresh).catch((error) => error)
  expect(refused).toMatchObject({ code: 'reconnect-needed' })
  const certificate = { id: String(made.json.certificateId), privateKey: String(pem('pkcs8')) }
  const tokens = await authorisation.refresh({ ...here, certificate }, bed.refresh)
  expect(await asked(tokens.accessToken)).toMatchObject({ status: 200 })
})
