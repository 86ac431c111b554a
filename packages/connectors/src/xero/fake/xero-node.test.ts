import { Issuer } from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PurchaseOrder, XeroClient } from 'xero-node'
import { openPracticeBed, redirectUri } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

/** The client with its addresses turned to the fake; the only ones it hard-codes are not called. */
function clientAt(url: string): XeroClient {
  const secret = { client_id: 'practice-client', client_secret: 'practice-secret' }
  const issuer = new Issuer({
    issuer: url,
    authorization_endpoint: `${url}/identity/connect/authorize`,
    token_endpoint: `${url}/connect/token`,
    revocation_endpoint: `${url}/connect/revocation`,
  })
  const client = new XeroClient({
    clientId: secret.client_id,
    clientSecret: secret.client_secret,
    redirectUris: [redirectUri],
    scopes: ['offline_access', 'accounting.invoices', 'accounting.contacts', 'accounting.settings'],
    state: 's-1',
  })
  client.openIdClient = new issuer.Client({ ...secret, redirect_uris: [redirectUri] })
  client.accountingApi.basePath = `${url}/api.xro/2.0`
  return client
}

test("Xero's own client goes the whole way: consent, code, order, list, refusal, refresh, revoke", async () => {
  const client = clientAt(bed.url)
  expect((await fetch(await client.buildConsentUrl())).status).toBe(200)
  const { json } = await bed.control(`/realms/${bed.realm}/connect`, { redirectUri })
  const first = await client.apiCallback(`${redirectUri}?code=${String(json.code)}&state=s-1`)
  expect(first.expires_in).toBe(1800)

  const { body: contacts } = await client.accountingApi.getContacts(
    bed.realm,
    undefined,
    'Name=="Puget Ready Mix"',
  )
  const contactID = contacts.contacts?.[0]?.contactID ?? ''
  const order: PurchaseOrder = {
    contact: { contactID },
    purchaseOrderNumber: 'NODE-1',
    date: '2026-11-02',
    lineItems: [
      { description: 'Concrete', quantity: 2, unitAmount: 82.5, accountCode: '400', taxType: 'NONE' },
    ],
  }
  const send = () => client.accountingApi.createPurchaseOrders(bed.realm, { purchaseOrders: [order] }, false)
  const { body: made } = await send()
  expect(made.purchaseOrders?.[0]).toMatchObject({
    purchaseOrderNumber: 'NODE-1',
    total: 165,
    hasAttachments: false,
  })
  const { body: again } = await send()
  expect(again.purchaseOrders?.[0]?.validationErrors).toMatchObject([
    { message: 'Order number must be unique' },
  ])

  const second = await client.openIdClient.refresh(first.refresh_token ?? '')
  expect(second.refresh_token).not.toBe(first.refresh_token)
  client.setTokenSet(second)
  await client.revokeToken()
  await expect(client.accountingApi.getOrganisations(bed.realm)).rejects.toContain('"statusCode":401')
})
