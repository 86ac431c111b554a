import type { CallAsker } from '@fieldledger/accounting'

/** What each operation of a ledger’s driver is called in the Integration Log. */
export const operationTitles: Record<string, string> = {
  'document.create': 'Send the document',
  'document.update': 'Send the change',
  'document.cancel': 'Take the document back',
  'document.mark': 'Say whether the order is billed',
  'document.get': 'Read the document back',
  'document.find': 'Look for the document',
  'document.attach': 'Bring notes and files',
  'document.list': 'Read the documents of a month',
  'vendor.create': 'Add a vendor',
  'vendor.update': 'Change a vendor',
  'vendor.find': 'Look for the vendor',
  'item.create': 'Add an item',
  'item.find': 'Look for the item',
  'item.get': 'Read the item',
  'item.update': 'Change an item',
  'vendor.get': 'Read the vendor',
  'vendor.list': 'Read the vendors',
  'item.list': 'Read the items',
  'account.list': 'Read the accounts',
  'class.list': 'Read the classes',
  'term.list': 'Read the terms of payment',
  'employee.list': 'Read the employees',
  'change.list': 'Read what has changed',
  'customer.find': 'Look for the job',
  'connect.check': 'Check the connection',
}

/** What a step of it adds. */
export const stepTitles: Record<string, string> = {
  refused: 'not sent',
  'read-post': 'read it first',
  'post-again': 'once more',
  'read-post-again': 'read it again',
  'check-item': 'check the item',
  'check-vendor': 'check the vendor',
  'payable-account': 'look up the account of payables',
}

/** Why something went without anybody asking. */
export const byItself: Record<NonNullable<CallAsker['itself']>, string> = {
  approved: 'Automatically, when approved',
  changed: 'Automatically, when a change was approved',
  billed: 'Automatically, as bills came or went',
  heard: 'Automatically, as the ledger told of a change',
  watched: 'Automatically, to see what changed there',
}

/** With these nobody knows whether it arrived. */
export const unknownCodes: readonly string[] = ['outcome-unknown', 'unreadable-answer']
