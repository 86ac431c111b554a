export type EntityKind =
  | 'Vendor'
  | 'Customer'
  | 'Employee'
  | 'Item'
  | 'Account'
  | 'Class'
  | 'Department'
  | 'Term'
  | 'TaxCode'
  | 'TaxRate'
  | 'PurchaseOrder'
  | 'Bill'
  | 'BillPayment'
  | 'Attachable'

interface KindTraits {
  /** Segment of the address; addresses are case sensitive. */
  path: string
  /** Whether it can be deleted; what belongs to a list is made inactive. */
  isTransaction: boolean
  /** Kinds of one space draw their ids from one counter. */
  idSpace: string
  writable: boolean
  nameProperty?: 'DisplayName' | 'Name'
  /** How error 2500 calls the list. */
  group: string
  /** Ignored when sent. */
  readOnly: readonly string[]
  /** Kept by a full update that leaves them out. */
  sticky: readonly string[]
}

const list = {
  isTransaction: false,
  writable: true,
  nameProperty: 'Name',
  readOnly: ['FullyQualifiedName', 'Level'],
  sticky: ['Active', 'CurrencyRef', 'Type'],
} as const

const person = {
  ...list,
  idSpace: 'names',
  nameProperty: 'DisplayName',
  group: 'Names',
  readOnly: ['Balance', 'BalanceWithJobs', 'FullyQualifiedName'],
} as const

const transaction = {
  isTransaction: true,
  idSpace: 'transactions',
  writable: true,
  group: 'Transactions',
} as const

export const entityKinds: Readonly<Record<EntityKind, KindTraits>> = {
  Vendor: { ...person, path: 'vendor' },
  Customer: { ...person, path: 'customer' },
  Employee: { ...person, path: 'employee', writable: false },
  Item: { ...list, path: 'item', idSpace: 'items', group: 'Items', readOnly: [...list.readOnly, 'AvgCost'] },
  Account: {
    ...list,
    path: 'account',
    idSpace: 'accounts',
    group: 'Accounts',
    readOnly: ['FullyQualifiedName', 'Classification', 'CurrentBalance', 'CurrentBalanceWithSubAccounts'],
  },
  Class: { ...list, path: 'class', idSpace: 'classes', group: 'Klasses' },
  Department: { ...list, path: 'department', idSpace: 'departments', group: 'Depts' },
  Term: { ...list, path: 'term', idSpace: 'terms', group: 'Terms', readOnly: ['Type'] },
  TaxCode: { ...list, path: 'taxcode', idSpace: 'taxcodes', group: 'TaxCodes', writable: false },
  TaxRate: { ...list, path: 'taxrate', idSpace: 'taxrates', group: 'TaxRates', writable: false },
  PurchaseOrder: {
    ...transaction,
    path: 'purchaseorder',
    readOnly: ['TotalAmt', 'LinkedTxn', 'ManuallyClosed', 'TxnTaxDetail'],
    sticky: ['POStatus', 'CurrencyRef', 'TxnDate'],
  },
  Bill: {
    ...transaction,
    path: 'bill',
    readOnly: ['TotalAmt', 'Balance', 'HomeBalance', 'TxnTaxDetail'],
    sticky: ['CurrencyRef', 'TxnDate'],
  },
  BillPayment: {
    ...transaction,
    path: 'billpayment',
    readOnly: [],
    sticky: ['CurrencyRef', 'TxnDate'],
  },
  Attachable: {
    ...transaction,
    path: 'attachable',
    idSpace: 'attachables',
    group: 'Attachables',
    readOnly: ['FileAccessUri', 'TempDownloadUri', 'Size'],
    sticky: ['FileName', 'ContentType'],
  },
}

export const kindNames = Object.keys(entityKinds) as EntityKind[]

export function kindByPath(path: string): EntityKind | undefined {
  return kindNames.find((kind) => entityKinds[kind].path === path)
}

export function kindByName(name: string): EntityKind | undefined {
  return kindNames.find((kind) => kind.toLowerCase() === name.toLowerCase())
}
