import { createHmac } from 'node:crypto'
import type { Connector } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { quickbooksOnline } from './quickbooks-online/connector.ts'
import { xero } from './xero/connector.ts'

const secret = 'verifier'

function tell(
  connector: Connector,
  { header, body, by = secret }: { header: string; body: string; by?: string },
) {
  const signature = createHmac('sha256', by).update(body).digest('base64')
  return connector.webhooks?.read({
    header: (name) => (name === header ? signature : undefined),
    body: Buffer.from(body),
    secret,
  })
}
const intuit = { header: 'intuit-signature' }

test('QuickBooks tells in CloudEvents, a merge of both records', () => {
  const event = (type: string, data = {}) => ({
    ...{ specversion: '1.0', id: `e-${type}`, source: 'intuit.x', type: `qbo.${type}.v1` },
    ...{ intuitentityid: '7', intuitaccountid: '310687', data },
  })
  const body = JSON.stringify([
    event('vendor.updated'),
    event('bill.created'),
    event('vendor.merged', { deletedId: '9' }),
  ])
  expect(tell(quickbooksOnline, { ...intuit, body })).toEqual([
    { id: 'e-vendor.updated', ledgerCompanyId: '310687', record: 'vendor', remoteId: '7' },
    { id: 'e-bill.created', ledgerCompanyId: '310687', record: 'document', remoteId: '7' },
    { id: 'e-vendor.merged', ledgerCompanyId: '310687', record: 'vendor', remoteId: '7' },
    { id: 'e-vendor.merged|9', ledgerCompanyId: '310687', record: 'vendor', remoteId: '9' },
  ])
})

test('QuickBooks’ form before it is read too; its events get an id of what they say', () => {
  const entities = [{ id: '7', operation: 'Update', name: 'Vendor', lastUpdated: '2026-11-27T10:00:00Z' }]
  const body = JSON.stringify({ eventNotifications: [{ realmId: '1', dataChangeEvent: { entities } }] })
  expect(tell(quickbooksOnline, { ...intuit, body })).toEqual([
    { id: '1|Vendor|7|Update|2026-11-27T10:00:00Z', ledgerCompanyId: '1', record: 'vendor', remoteId: '7' },
  ])
})

test('Xero tells of contacts and invoices, and asks first whether anybody listens', () => {
  const at = {
    tenantId: 't',
    tenantType: 'ORGANISATION',
    eventType: 'UPDATE',
    eventDateUtc: '2026-11-27T10:00:00',
  }
  const events = [
    { ...at, resourceId: 'c', eventCategory: 'CONTACT' },
    { ...at, resourceId: 'i', eventCategory: 'INVOICE' },
  ]
  const header = 'x-xero-signature'
  expect(
    tell(xero, { header, body: JSON.stringify({ events }) })?.map(({ record, remoteId }) => [
      record,
      remoteId,
    ]),
  ).toEqual([
    ['vendor', 'c'],
    ['document', 'i'],
  ])
  expect(tell(xero, { header, body: '{"events":[],"entropy":"X"}' })).toEqual([])
  expect(tell(xero, { header, body: '{"events":[]}', by: 'another' })).toBeUndefined()
})

test.each([quickbooksOnline, xero])(
  '$id: what is signed wrongly, or not at all, is not read; rubbish that is signed tells nothing',
  (connector) => {
    const header = connector === xero ? 'x-xero-signature' : intuit.header
    expect(tell(connector, { header, body: '[]', by: 'another' })).toBeUndefined()
    expect(tell(connector, { header: 'x-other', body: '[]' })).toBeUndefined()
    for (const body of ['', '{', '[{"id":1}]', '{"events":[{}]}', '{"eventNotifications":[7]}', 'null'])
      expect(tell(connector, { header, body })).toEqual([])
  },
)
