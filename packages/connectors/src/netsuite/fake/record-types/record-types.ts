import type { JsonObject } from '../../../fake-service/json.ts'
import { textOf } from '../../../fake-service/json.ts'
import { employeeFields } from './employee.ts'
import type { Fields } from './field.ts'
import { itemFields } from './item.ts'
import { itemReceiptFields, receiptExpenseFields, receiptItemFields } from './item-receipt.ts'
import {
  accountFields,
  currencyFields,
  expenseCategoryFields,
  nameFields,
  salesTaxItemFields,
  subsidiaryFields,
  termFields,
} from './lists.ts'
import { expenseLineFields, itemLineFields, purchaseOrderFields } from './purchase-order.ts'
import { addressBookFields, vendorCurrencyFields, vendorFields } from './vendor.ts'
import { billExpenseFields, billItemFields, vendorBillFields } from './vendor-bill.ts'
import { applyFields, vendorPaymentFields } from './vendor-payment.ts'

/** Records of one family share their ids and external ids, and may stand for each other in a reference. */
export type Family =
  | 'entity'
  | 'item'
  | 'account'
  | 'classification'
  | 'department'
  | 'location'
  | 'subsidiary'
  | 'currency'
  | 'term'
  | 'expenseCategory'
  | 'taxSchedule'
  | 'taxCode'
  | 'transaction'

interface Traits {
  family: Family
  /** The field that is shown as `refName`. */
  nameField: string
  fields: Fields
  sublists: Readonly<Record<string, Fields>>
  /** As SuiteQL knows an item or a transaction. */
  type?: string
}

const item = { family: 'item', nameField: 'itemId', fields: itemFields, sublists: {} } as const
const named = { nameField: 'name', fields: nameFields, sublists: {} } as const

export const recordTypes = {
  vendor: {
    family: 'entity',
    nameField: 'entityId',
    fields: vendorFields,
    sublists: { addressBook: addressBookFields, currencyList: vendorCurrencyFields },
    type: 'Vendor',
  },
  customer: { family: 'entity', nameField: 'entityId', fields: vendorFields, sublists: {}, type: 'CustJob' },
  employee: {
    family: 'entity',
    nameField: 'entityId',
    fields: employeeFields,
    sublists: {},
    type: 'Employee',
  },
  inventoryItem: { ...item, type: 'InvtPart' },
  nonInventoryPurchaseItem: { ...item, type: 'NonInvtPart' },
  nonInventoryResaleItem: { ...item, type: 'NonInvtPart' },
  servicePurchaseItem: { ...item, type: 'Service' },
  serviceResaleItem: { ...item, type: 'Service' },
  otherChargePurchaseItem: { ...item, type: 'OthCharge' },
  account: { family: 'account', nameField: 'acctName', fields: accountFields, sublists: {} },
  classification: { ...named, family: 'classification' },
  department: { ...named, family: 'department' },
  location: { ...named, family: 'location' },
  subsidiary: { ...named, family: 'subsidiary', fields: subsidiaryFields },
  currency: { ...named, family: 'currency', fields: currencyFields },
  term: { ...named, family: 'term', fields: termFields },
  expenseCategory: { ...named, family: 'expenseCategory', fields: expenseCategoryFields },
  taxSchedule: { ...named, family: 'taxSchedule' },
  salesTaxItem: { family: 'taxCode', nameField: 'itemId', fields: salesTaxItemFields, sublists: {} },
  purchaseOrder: {
    family: 'transaction',
    nameField: 'tranId',
    fields: purchaseOrderFields,
    sublists: { item: itemLineFields, expense: expenseLineFields },
    type: 'PurchOrd',
  },
  itemReceipt: {
    family: 'transaction',
    nameField: 'tranId',
    fields: itemReceiptFields,
    sublists: { item: receiptItemFields, expense: receiptExpenseFields },
    type: 'ItemRcpt',
  },
  vendorBill: {
    family: 'transaction',
    nameField: 'tranId',
    fields: vendorBillFields,
    sublists: { item: billItemFields, expense: billExpenseFields },
    type: 'VendBill',
  },
  vendorPayment: {
    family: 'transaction',
    nameField: 'transactionNumber',
    fields: vendorPaymentFields,
    sublists: { apply: applyFields },
    type: 'VendPymt',
  },
} satisfies Record<string, Traits>

export type RecordType = keyof typeof recordTypes

export const recordTypeNames = Object.keys(recordTypes) as RecordType[]

export function traitsOf(type: RecordType): Traits {
  return recordTypes[type]
}

export function recordTypeByName(name: string): RecordType | undefined {
  return recordTypeNames.find((type) => type.toLowerCase() === name.toLowerCase())
}

export function nameOf(type: RecordType, record: JsonObject): string {
  return textOf(record[traitsOf(type).nameField]) ?? ''
}

export function idOf(record: JsonObject): string {
  return textOf(record.id) ?? ''
}
