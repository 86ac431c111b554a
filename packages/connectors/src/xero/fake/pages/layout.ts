import { bookPages } from '../../../fake-service/book-pages.ts'
import { basePath } from '../base-path.ts'
import { sendPage } from './send-page.ts'

export type Section = 'purchaseorders' | 'bills' | 'contacts' | 'items' | 'accounts'

export const { sendBookPage, sendPlainPage, address } = bookPages<Section>({
  name: 'Practice Xero',
  real: 'Xero organisation',
  basePath,
  sendPage,
  parameter: 'tenant',
  sections: [
    ['purchaseorders', 'Purchase orders'],
    ['bills', 'Bills'],
    ['contacts', 'Contacts'],
    ['items', 'Products and services'],
    ['accounts', 'Chart of accounts'],
  ],
})
