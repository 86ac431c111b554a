export * from './connector/capabilities.ts'
export * from './connector/connector.ts'
export { settingsOfCompany } from './connector/settings-of-company.ts'
export * from './connector/webhooks.ts'
export * from './connector/wire-exchange.ts'
export { AccountRule } from './documents/account-rule.ts'
export { type BesideDocument, LedgerFile, type NotTaken } from './documents/beside-document.ts'
export * from './documents/catalogue-records.ts'
export { changedThere } from './documents/changed-there.ts'
export { comparableDocument } from './documents/comparable-document.ts'
export { compareDocuments, type Difference } from './documents/compare-documents.ts'
export { describeField } from './documents/describe-field.ts'
export { DocumentKind } from './documents/document-kind.ts'
export { FirstStatus } from './documents/first-status.ts'
export {
  DocumentLine,
  LedgerDocument,
  type OrderedLine,
  OrderLine,
  RemoteDocument,
} from './documents/ledger-document.ts'
export { lineThere, toldInWords } from './documents/line-there.ts'
export { namingDropped } from './documents/naming-dropped.ts'
export { orderLinesOf } from './documents/order-lines-of.ts'
export { RemoteReference } from './documents/remote-reference.ts'
export { twoVersions } from './documents/two-versions.ts'
export { CuredBy, ErrorEntry } from './errors/error-entry.ts'
export { type Cure, LedgerError, type LedgerErrorDetail } from './errors/ledger-error.ts'
export * from './errors/ledger-errors.ts'
export * from './money/index.ts'
export * from './ports/driver.ts'
export * from './ports/driver-ports.ts'
export { dueDateByTerms } from './terms/due-date-by-terms.ts'
export { PaymentTerms } from './terms/payment-terms.ts'
