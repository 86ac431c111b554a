import type { Response } from 'express'
import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { type Column, pill, table } from '../../../fake-service/table.ts'
import type { Company } from '../books/company.ts'
import { accountTypes } from '../record-types/lists.ts'
import { asAmount } from './format.ts'
import { sendBookPage } from './layout.ts'
import { nameBehind } from './names.ts'

interface ListPage {
  company: Company
}

const field = (record: JsonObject, name: string): string => textOf(record[name]) ?? ''

const text = (label: string, name: string): Column<JsonObject> => ({
  label,
  value: (row) => field(row, name),
})

const state: Column<JsonObject> = {
  label: 'Status',
  value: ({ isInactive }) => pill(isInactive === true ? 'Inactive' : 'Active', isInactive !== true),
}

const labelOf = (words: Readonly<Record<string, string>>, word: string) => words[word] ?? word

export function sendVendorsPage(response: Response, { company }: ListPage): void {
  sendBookPage(response, {
    place: company,
    section: 'vendors',
    title: 'Vendors',
    body: table<JsonObject>({
      rows: company.all('vendor'),
      empty: 'There are no vendors.',
      columns: [
        { label: 'Name', kind: 'name', value: (row) => field(row, 'entityId') },
        text('Email', 'email'),
        text('Phone', 'phone'),
        {
          label: 'Subsidiary',
          value: (row) => nameBehind(company, { to: 'subsidiary', value: row.subsidiary }),
        },
        state,
      ],
    }),
  })
}

export function sendItemsPage(response: Response, { company }: ListPage): void {
  const account = (row: JsonObject) =>
    nameBehind(company, { to: 'account', value: row.expenseAccount ?? row.cogsAccount })
  sendBookPage(response, {
    place: company,
    section: 'items',
    title: 'Items',
    body: table<JsonObject>({
      rows: company.inFamily('item').map(({ record }) => record),
      empty: 'There are no items.',
      columns: [
        { label: 'Name', kind: 'name', value: (row) => field(row, 'itemId') },
        text('UPC code', 'upcCode'),
        text('Description', 'purchaseDescription'),
        { label: 'Cost', kind: 'number', value: (row) => asAmount(row.cost) },
        { label: 'Account', value: account },
        state,
      ],
    }),
  })
}

export function sendAccountsPage(response: Response, { company }: ListPage): void {
  sendBookPage(response, {
    place: company,
    section: 'accounts',
    title: 'Chart of accounts',
    body: table<JsonObject>({
      rows: company.all('account'),
      empty: 'There are no accounts.',
      columns: [
        text('Number', 'acctNumber'),
        { label: 'Name', kind: 'name', value: (row) => field(row, 'acctName') },
        { label: 'Type', value: (row) => labelOf(accountTypes, field(row, 'acctType')) },
        state,
      ],
    }),
  })
}
