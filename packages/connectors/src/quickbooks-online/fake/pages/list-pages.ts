import type { Response } from 'express'
import { html } from '../../../fake-service/html.ts'
import { isObject, textOf } from '../../../fake-service/json.ts'
import { type Column, pill, table } from '../../../fake-service/table.ts'
import type { Realm } from '../books/realm.ts'
import { type Entity, refName } from '../json.ts'
import { asMoney, asQuantity, asRate } from './format.ts'
import { address, sendBookPage } from './layout.ts'
import { activeButton, ofStatus, type Status, statusSwitch } from './status-filter.ts'

interface ListPage {
  realm: Realm
  status: Status
}

const statusColumn: Column<Entity> = {
  label: 'Status',
  value: (entity) => pill(entity.Active === false ? 'Inactive' : 'Active', entity.Active !== false),
}

function field(entity: Entity, name: string): string {
  return textOf(entity[name]) ?? ''
}

function inner(entity: Entity, [outer, name]: readonly [string, string]): string {
  const value = entity[outer]
  return isObject(value) ? (textOf(value[name]) ?? '') : ''
}

const typeNames: Readonly<Record<string, string>> = { NonInventory: 'Non-inventory' }

export function sendItemsPage(response: Response, { realm, status }: ListPage): void {
  const items = ofStatus(realm.all('Item'), status)
  sendBookPage(response, {
    place: realm,
    section: 'items',
    title: 'Products & services',
    beside: statusSwitch('items', { realm: realm.id, status }),
    body: table({
      rows: items,
      empty: 'No product or service has this status.',
      columns: [
        { label: 'Name', kind: 'name', value: (item) => field(item, 'FullyQualifiedName') },
        { label: 'SKU', value: (item) => field(item, 'Sku') },
        { label: 'Type', value: (item) => typeNames[field(item, 'Type')] ?? field(item, 'Type') },
        { label: 'Expense account', value: (item) => refName(item.ExpenseAccountRef) ?? '' },
        { label: 'Cost', kind: 'number', value: (item) => asRate(item.PurchaseCost) },
        {
          label: 'On hand',
          kind: 'number',
          value: (item) => (item.TrackQtyOnHand === true ? asQuantity(item.QtyOnHand) : ''),
        },
        statusColumn,
        {
          label: 'Change',
          kind: 'buttons',
          value: (entity) =>
            html`${activeButton('items', { entity, name: field(entity, 'Name'), realm: realm.id, status })} <a href="${address(`items/${entity.Id}/name`, { realm: realm.id })}" aria-label="Rename: ${field(entity, 'Name')}">Rename</a>`,
        },
      ],
    }),
  })
}

export function sendVendorsPage(response: Response, { realm, status }: ListPage): void {
  const vendors = ofStatus(realm.all('Vendor'), status)
  sendBookPage(response, {
    place: realm,
    section: 'vendors',
    title: 'Vendors',
    beside: statusSwitch('vendors', { realm: realm.id, status }),
    body: table({
      rows: vendors,
      empty: 'No vendor has this status.',
      columns: [
        { label: 'Vendor', kind: 'name', value: (vendor) => field(vendor, 'DisplayName') },
        {
          label: 'Phone',
          kind: 'short',
          value: (vendor) => inner(vendor, ['PrimaryPhone', 'FreeFormNumber']),
        },
        { label: 'Email', value: (vendor) => inner(vendor, ['PrimaryEmailAddr', 'Address']) },
        { label: 'City', value: (vendor) => inner(vendor, ['BillAddr', 'City']) },
        { label: 'Currency', value: () => 'USD' },
        statusColumn,
        {
          label: 'Change',
          kind: 'buttons',
          value: (entity) =>
            activeButton('vendors', { entity, name: field(entity, 'DisplayName'), realm: realm.id, status }),
        },
      ],
    }),
  })
}

export function sendAccountsPage(response: Response, realm: Realm): void {
  sendBookPage(response, {
    place: realm,
    section: 'chartofaccounts',
    title: 'Chart of accounts',
    body: table({
      rows: realm.all('Account'),
      empty: 'There are no accounts.',
      columns: [
        { label: 'Number', value: (account) => field(account, 'AcctNum') },
        { label: 'Name', kind: 'name', value: (account) => field(account, 'FullyQualifiedName') },
        { label: 'Account type', value: (account) => field(account, 'AccountType') },
        {
          label: 'Detail type',
          value: (account) => field(account, 'AccountSubType').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
        },
        { label: 'Balance', kind: 'number', value: (account) => asMoney(account.CurrentBalance) },
        statusColumn,
      ],
    }),
  })
}
