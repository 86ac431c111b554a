import { expect, test } from 'vitest'
import type { Page } from '../connector/connector.ts'
import { ItemKind, type RemoteAccount } from '../documents/catalogue-records.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

async function allRows<Row>(page: (cursor: { cursor?: string }) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  let next: string | undefined
  do {
    const answer = await page(next === undefined ? {} : { cursor: next })
    rows.push(...answer.rows)
    next = answer.next
  } while (next !== undefined)
  return rows
}

/** Vendors, items, accounts, classes. */
export function catalogueConformance(options: ConformanceOptions): void {
  const { run, ledger, failure, fresh } = withLedger(options)

  test('lists run to their end, each row once', async () => {
    const vendors = await allRows((cursor) => run('vendor.list', cursor))
    expect(vendors.length).toBe(await ledger().countVendors())
    expect(new Set(vendors.map(({ reference }) => reference.id)).size).toBe(vendors.length)
    const items = await allRows((cursor) => run('item.list', cursor))
    expect(items.map(({ reference }) => reference.id)).toContain(ledger().sample.item.id)
    const accounts = await allRows((cursor) => run('account.list', cursor))
    const roles = new Set(accounts.map(({ role }) => role))
    for (const role of ['expense', 'income', 'payable', 'inventory-asset', 'cost-of-goods-sold'] as const)
      expect(roles).toContain(role)
    if (options.connector.capabilities.classes)
      expect((await allRows((cursor) => run('class.list', cursor))).length).toBeGreaterThan(0)
  })

  testWhenAble(
    {
      title: 'a job is the customer who is called so',
      able: options.connector.capabilities.projects === 'customer',
      flag: 'projects',
    },
    async () => {
      expect(await run('customer.find', { name: `Nobody's "Tower"` })).toEqual([])
      const [found, ...others] = await run('customer.find', { name: 'Harbor View Apartments' })
      expect(found).toMatchObject({ name: 'Harbor View Apartments', active: true })
      expect(others).toEqual([])
    },
  )

  test.each([`O'Brien & "Söhne"`, 'Back\\slash "quoted" 100%', 'Größe 北京'])(
    'a vendor named %s is made once and found again',
    async (name) => {
      // As the keys of effects are: plain letters, and each for one request only.
      const key = encodeURIComponent(name).slice(0, 40)
      expect(await run('vendor.find', { name })).toEqual([])
      const made = await run('vendor.create', { name, email: 'a@b.example' }, { requestKey: `vendor-${key}` })
      expect(made).toMatchObject({ name, email: 'a@b.example', active: true })
      const found = await run('vendor.find', { name })
      expect(found.map(({ reference }) => reference.id)).toEqual([made.reference.id])
      const error = await failure(run('vendor.create', { name }, { requestKey: `another-${key}` }))
      expect(error).toMatchObject({
        code: 'duplicate-name',
        cure: 'link-vendor',
        detail: { params: { name } },
      })
    },
  )

  for (const { const: kind } of ItemKind.anyOf)
    testWhenAble(
      {
        title: `a new ${kind} item is made and found again`,
        able: options.connector.capabilities.items.create.includes(kind),
        flag: 'items.create',
      },
      async () => {
        const accounts = await allRows((cursor) => run('account.list', cursor))
        const account = (role: string) => accounts.find((each) => each.role === role)?.reference
        const expenseAccount = account(kind === 'inventory' ? 'cost-of-goods-sold' : 'expense')
        const incomeAccount = account('income')
        const assetAccount = account('inventory-asset')
        const name = `New ${kind}`
        const made = await run(
          'item.create',
          {
            name,
            kind,
            sku: `SKU-${kind}`,
            purchaseCost: '1.25',
            startDate: '2026-11-02',
            ...(expenseAccount && { expenseAccount }),
            ...(kind === 'inventory' && incomeAccount && { incomeAccount }),
            ...(kind === 'inventory' && assetAccount && { assetAccount }),
          },
          { requestKey: `item-${kind}` },
        )
        expect(made).toMatchObject({ name, kind, sku: `SKU-${kind}`, purchaseCost: '1.25', active: true })
        expect((await run('item.find', { name })).map(({ reference }) => reference.id)).toEqual([
          made.reference.id,
        ])
      },
    )

  const { lacks = [], notListed = [], update = false } = options.connector.capabilities.vendors
  const party = {
    name: 'Cascade Lumber & Sons',
    email: 'office@cascade.example',
    phone: '(206) 555-0142',
    accountNumber: 'FL-77',
    address: '12 Mill Road\nGate 3',
    city: 'Renton',
    region: 'WA',
    postalCode: '98055',
    country: 'US',
  }
  const kept = Object.fromEntries(Object.entries(party).filter(([field]) => !lacks.includes(field)))
  const listed = Object.fromEntries(Object.entries(kept).filter(([field]) => !notListed.includes(field)))
  const changes = { able: update, flag: 'vendors.update' }

  testWhenAble(
    {
      title: 'S2-01 S2-04 S2-05 a vendor changed here has every field there that the ledger keeps',
      ...changes,
    },
    async () => {
      const { reference } = await run('vendor.create', { name: 'Cascade' }, { requestKey: 'vendor-nine' })
      const changed = await run('vendor.update', { reference, party, active: true })
      expect(changed).toMatchObject({ ...kept, active: true })
      const vendors = await allRows((cursor) => run('vendor.list', cursor))
      expect(vendors.find(({ reference: { id } }) => id === reference.id)).toMatchObject(listed)
      expect(await run('vendor.get', { reference })).toEqual(changed)
      const bare = await run('vendor.update', { reference, party: { name: party.name }, active: true })
      expect(Object.keys(kept).filter((field) => field in bare)).toEqual(['name'])
      expect(await run('vendor.get', { reference })).toEqual(bare)
      const { revision } = changed.reference
      if (revision === undefined) return
      const stale = { reference, party, active: true, ifRevision: revision }
      expect(await failure(run('vendor.update', stale))).toMatchObject({ code: 'stale-revision' })
    },
  )

  testWhenAble(
    {
      title: 'S2-06 every e-mail address of a vendor is kept there, changed and read back',
      able: options.connector.capabilities.vendors.severalEmails === true,
      flag: 'vendors.severalEmails',
    },
    async () => {
      const name = 'Three Addresses'
      const email = 'a@x.example, b@x.example, c@x.example'
      const { reference, ...made } = await run(
        'vendor.create',
        { name, email },
        { requestKey: 'vendor-three' },
      )
      expect(made.email).toBe(email)
      for (const changed of ['a@x.example, c@x.example, d@x.example', 'c@x.example', email]) {
        const party = { name, email: changed }
        expect(await run('vendor.update', { reference, party, active: true })).toMatchObject(party)
        expect(await run('vendor.get', { reference })).toMatchObject(party)
        const vendors = await allRows((cursor) => run('vendor.list', cursor))
        expect(vendors.find(({ reference: { id } }) => id === reference.id)?.email).toBe(changed)
      }
    },
  )

  testWhenAble({ title: 'S2-08 a vendor is made inactive, and active again', ...changes }, async () => {
    const made = await run('vendor.create', { name: 'Old Mill' }, { requestKey: 'vendor-inactive' })
    const wish = { reference: made.reference, party: { name: 'Old Mill' } }
    expect(await run('vendor.update', { ...wish, active: false })).toMatchObject({ active: false })
    expect(await run('vendor.update', { ...wish, active: true })).toMatchObject({ active: true })
  })

  const feed = { able: options.connector.capabilities.changes !== undefined, flag: 'changes' }
  testWhenAble(
    { title: 'what was changed is told, whoever changed it, and what is gone', ...feed },
    async () => {
      const since = new Date(Date.now() - 3_600_000).toISOString()
      const { document, requestKey } = fresh()
      const made = await run('vendor.create', { name: 'Newly There' }, { requestKey: 'vendor-told' })
      const kept = await run('document.create', document, { requestKey })
      const other = fresh()
      const gone = await run('document.create', other.document, { requestKey: other.requestKey })
      await ledger().removeDocument(gone.reference.id)
      await ledger().makeInactive('item', ledger().sample.item.id)
      const told = await allRows((cursor) => run('change.list', { since, ...cursor }))
      const of = (wanted: string) => told.filter(({ record }) => record === wanted)
      expect(of('vendor').map(({ remoteId }) => remoteId)).toContain(made.reference.id)
      const documents = of('document').map(({ remoteId }) => remoteId)
      expect(documents).toEqual(expect.arrayContaining([kept.reference.id, gone.reference.id]))
      if (!options.connector.capabilities.items.alwaysActive)
        expect(of('item')).toContainEqual(
          expect.objectContaining({ remoteId: ledger().sample.item.id, active: false }),
        )
      const latest =
        told
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? ''
      const again = await allRows((cursor) => run('change.list', { since: latest, ...cursor }))
      expect(again.map(({ at }) => at)).toContain(latest)
      expect(again.every(({ at }) => at >= latest.slice(0, 19))).toBe(true)
    },
  )

  test('an account is looked for by a piece of its name, letter case apart; nothing else is given, or the whole list', async () => {
    const all = await allRows((cursor) => run('account.list', cursor))
    const [wanted] = all.filter(({ role }) => role === 'expense')
    if (wanted === undefined) expect.unreachable('there is no expense account')
    const matching = wanted.name.slice(1, 6).toUpperCase()
    const found = await allRows((cursor) => run('account.list', { ...cursor, matching }))
    expect(found).toContainEqual(wanted)
    const named = ({ name, number = '' }: RemoteAccount) => `${number} ${name}`.toUpperCase()
    const others = found.filter((account) => !named(account).includes(matching))
    const isSearched = options.connector.capabilities.accounts.searched === true
    expect(others.length === 0).toBe(isSearched)
    const none = await allRows((cursor) => run('account.list', { ...cursor, matching: 'Zzyzx' }))
    expect(none).toEqual(isSearched ? [] : all)
  })

  test('a vendor or an item that is not there is nothing, and no error', async () => {
    const { vendor } = ledger().sample
    const id = vendor.id.includes('-') ? '00000000-0000-4000-8000-000000000000' : '999999'
    expect(await run('vendor.get', { reference: { id } })).toBeNull()
    expect(await run('item.get', { reference: { id } })).toBeNull()
  })

  const inactiveItem = {
    title: 'an item made inactive stays in the list, marked',
    able: !options.connector.capabilities.items.alwaysActive,
    flag: 'items.alwaysActive',
  }
  testWhenAble(inactiveItem, async () => {
    const { item } = ledger().sample
    await ledger().makeInactive('item', item.id)
    const items = await allRows((cursor) => run('item.list', cursor))
    expect(items.find(({ reference }) => reference.id === item.id)).toMatchObject({ active: false })
  })
}
