import { markedByItsBills } from '../marked-by-its-bills.ts'
import { namesNoEmployee } from '../names-no-employee.ts'
import type { ListedConnector } from '../settings/listed-connector.ts'
import { authorisation } from './authorise.ts'
import { capabilities } from './capabilities.ts'
import { documentUrl } from './document-url.ts'
import { errorCatalogue } from './error-catalogue.ts'
import { classify } from './errors.ts'
import { hosts } from './hosts.ts'
import { logo } from './logo.ts'
import { attachBeside } from './operations/attach-beside.ts'
import { cancelDocument } from './operations/cancel-document.ts'
import { listChanges } from './operations/changes.ts'
import { checkConnection } from './operations/connect-check.ts'
import { findCustomers } from './operations/customers.ts'
import { findDocuments, getDocument } from './operations/find-document.ts'
import { createItem, findItems, getItem, listItems, updateItem } from './operations/items.ts'
import { listDocuments } from './operations/list-documents.ts'
import { listAccounts, listClasses, listTerms } from './operations/lists.ts'
import { createDocument, updateDocument } from './operations/save-document.ts'
import { createVendor, findVendors, getVendor, listVendors, updateVendor } from './operations/vendors.ts'
import { webhooks } from './webhook.ts'

export const quickbooksOnline: ListedConnector = {
  id: 'quickbooks-online',
  label: 'QuickBooks Online',
  logo,
  capabilities,
  hosts,
  authorisation,
  errorCatalogue,
  webhooks,
  classify,
  documentUrl,
  operations: {
    'connect.check': checkConnection,
    'document.find': findDocuments,
    'document.list': listDocuments,
    'document.get': getDocument,
    'document.create': createDocument,
    'document.update': updateDocument,
    'document.cancel': cancelDocument,
    'document.mark': markedByItsBills,
    'document.attach': attachBeside,
    'vendor.list': listVendors,
    'vendor.find': findVendors,
    'vendor.get': getVendor,
    'vendor.create': createVendor,
    'vendor.update': updateVendor,
    'item.list': listItems,
    'item.find': findItems,
    'item.create': createItem,
    'item.get': getItem,
    'item.update': updateItem,
    'account.list': listAccounts,
    'change.list': listChanges,
    'class.list': listClasses,
    'term.list': listTerms,
    'employee.list': namesNoEmployee('QuickBooks'),
    'customer.find': findCustomers,
  },
}
