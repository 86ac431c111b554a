import type { Person } from '@fieldledger/runtime'

export const approver: Person = { id: 'p-approver', name: 'Ann Approver', role: 'approver' }
export const fieldUser: Person = { id: 'p-field', name: 'Fred Field', role: 'field' }
export const bookkeeper: Person = { id: 'p-books', name: 'Bea Books', role: 'bookkeeper' }
