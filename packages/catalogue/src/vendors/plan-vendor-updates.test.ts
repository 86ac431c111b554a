import { usualSupplierRules } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { planImport } from '../import/plan-import.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { planVendorUpdates } from './plan-vendor-updates.ts'
import { contactsOf, fieldsOf, type VendorFields } from './vendor-fields.ts'

const at = new Date(0)
const ours = (id: string, fields: Partial<Vendor> = {}): Vendor => ({
  id,
  companyId: 'c',
  name: 'Cascade',
  state: 'active',
  archived: false,
  createdAt: at,
  updatedAt: at,
  ...fields,
})
const there = (fields: VendorFields, active = true): RemoteRow => {
  const name = fields.name ?? 'Cascade'
  return { remote: { id: '1', name }, name, active, input: { ...fields, name } }
}
const link = (seen?: VendorFields): LinkRecord => ({
  id: 'l1',
  companyId: 'c',
  ledger: 'l',
  kind: 'vendor',
  ourId: 'a',
  remote: { id: '1' },
  active: true,
  origin: 'matched',
  linkedAt: at,
  ...(seen === undefined ? {} : { seen }),
})

function plan(row: RemoteRow, vendors: Vendor[], links: LinkRecord[], rules = usualSupplierRules) {
  const rows = planImport([row], { ours: vendors, links, currency: 'USD' })
  const ledger = {
    supplierRules: rules,
    vendorsLack: [],
    vendorsNotListed: [],
    updatesVendors: true,
    keepsSeveralEmails: true,
  }
  return planVendorUpdates(rows, { remotes: [row], ours: vendors, links, ledger, at })[0]
}

test('the preview names what changes', () => {
  const row = there({ phone: '1', postalCode: '98055' })
  expect(plan(row, [ours('a')], [link({ name: 'Cascade' })])).toMatchObject({
    outcome: 'update',
    change: { phone: '1', postalCode: '98055' },
    note: 'Taken over: postal code, phone number.',
  })
  const same = ours('a', { phone: '1', postalCode: '98055' })
  expect(plan(row, [same], [link(fieldsOf(same))])?.outcome).toBe('already-linked')
})

test('a name that another one of ours has is not taken, and is said; the rest is', () => {
  const row = there({ name: 'Puget', phone: '1' })
  const vendors = [ours('a'), ours('b', { name: 'Puget' })]
  expect(plan(row, vendors, [link({ name: 'Cascade' })])).toMatchObject({
    change: { phone: '1' },
    note: 'Taken over: phone number. Changed on both sides: name. Choose under Conflicts.',
    agreed: { conflicts: [{ field: 'name', theirs: 'Puget' }], seen: { name: 'Cascade', phone: '1' } },
  })
})

test('S2-07 inactive there, ours is left alone by the usual rule, and archived by the other', () => {
  const row = there({}, false)
  expect(plan(row, [ours('a')], [link()])?.change).toBeUndefined()
  const rules = { ...usualSupplierRules, inactiveThere: 'archive' as const }
  expect(plan(row, [ours('a')], [link()], rules)).toMatchObject({ change: { archived: true } })
})

test('S2-06 each address of the e-mail field is a contact, once', () => {
  expect(contactsOf('a@x.example, b@x.example;a@x.example,')).toEqual([
    { email: 'a@x.example' },
    { email: 'b@x.example' },
  ])
})

test('terms of payment are taken over from the ledger, once, and stay where it tells none', () => {
  const paymentTerms = { count: 'days-after-date', days: 30 } as const
  const row = there({})
  const telling: RemoteRow = { ...row, input: { ...row.input, paymentTerms } }
  const known = [link({ name: 'Cascade' })]
  expect(plan(telling, [ours('a')], known)).toMatchObject({
    outcome: 'update',
    change: { paymentTerms },
    note: 'Taken over: terms of payment.',
  })
  expect(plan(telling, [ours('a', { paymentTerms: { ...paymentTerms } })], known)?.change).toBeUndefined()
  expect(plan(row, [ours('a', { paymentTerms })], known)?.change).toBeUndefined()
})
