import { bookPages } from '../../../fake-service/book-pages.ts'
import { basePath } from '../base-path.ts'
import { sendPage } from './send-page.ts'

export type Section = 'expenses' | 'vendors' | 'items' | 'chartofaccounts'

export const { sendBookPage, sendPlainPage, address } = bookPages<Section>({
  name: 'Practice QuickBooks',
  real: 'QuickBooks company',
  basePath,
  sendPage,
  parameter: 'realm',
  sections: [
    ['expenses', 'Expenses'],
    ['vendors', 'Vendors'],
    ['items', 'Products & services'],
    ['chartofaccounts', 'Chart of accounts'],
  ],
})
