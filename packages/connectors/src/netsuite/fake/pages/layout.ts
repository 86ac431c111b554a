import { bookPages } from '../../../fake-service/book-pages.ts'
import { basePath } from '../base-path.ts'
import { ledgerName, sendPage } from './send-page.ts'
import { type TransactionKind, transactionKinds } from './transaction-kinds.ts'

export type Section = TransactionKind['section'] | 'vendors' | 'items' | 'accounts'

export const { sendBookPage, sendPlainPage, address } = bookPages<Section>({
  name: ledgerName,
  real: 'NetSuite account',
  basePath,
  sendPage,
  parameter: 'account',
  sections: [
    ...transactionKinds.map(({ section, plural }) => [section, plural] as const),
    ['vendors', 'Vendors'],
    ['items', 'Items'],
    ['accounts', 'Chart of accounts'],
  ],
})
