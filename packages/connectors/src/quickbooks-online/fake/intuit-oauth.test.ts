import OAuthClient from 'intuit-oauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPracticeBed, redirectUri } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

test("Intuit's own client goes the whole way: code, call, refresh, revoke", async () => {
  const client = new OAuthClient({
    clientId: 'practice-client',
    clientSecret: 'practice-secret',
    environment: 'sandbox',
    redirectUri,
  })
  client.setAuthorizeURLs({
    authorizeEndpoint: `${bed.url}/connect/oauth2`,
    tokenEndpoint: `${bed.url}/oauth2/v1/tokens/bearer`,
    revokeEndpoint: `${bed.url}/v2/oauth2/tokens/revoke`,
    userInfoEndpoint: `${bed.url}/userinfo`,
  })
  const authorise = client.authorizeUri({ scope: ['com.intuit.quickbooks.accounting'], state: 's-1' })
  expect((await fetch(authorise)).status).toBe(200)
  const { json } = await bed.control(`/realms/${bed.realm}/connect`, { redirectUri })
  await client.createToken(`${redirectUri}?code=${json.code}&state=s-1&realmId=${bed.realm}`)
  expect(client.getToken().realmId).toBe(bed.realm)
  const read = await client.makeApiCall({ url: `${bed.url}/v3/company/${bed.realm}/companyinfo/1` })
  expect(JSON.stringify(read.json ?? read.body)).toContain('Harbour Test')
  const first = client.getToken().refresh_token
  await client.refresh()
  expect(client.getToken().refresh_token).not.toBe(first)
  await client.revoke()
  await expect(client.refresh()).rejects.toThrow()
})
