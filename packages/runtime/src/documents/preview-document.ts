import type { AccountRule, Money, RemoteReference } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import type { FieldMapping, Problem, UnlinkedItems } from '@fieldledger/workflow'
import { NotBuilt } from '../errors/not-built.ts'
import type { UseCase } from '../use-case.ts'

export interface PreviewDocument extends UseCase {
  submissionId: string
  connectionId: string
  mapping?: FieldMapping
  unlinkedItems?: UnlinkedItems
}

/** The contract's DocumentPreview. */
export interface Preview {
  documentLabel: string
  number: string
  vendor: { name: string; linked: boolean } | null
  date: string | null
  dueDate: string | null
  memo: string | null
  lines: {
    id: string
    kind: 'item' | 'expense'
    item?: RemoteReference
    itemToCreate?: boolean
    account?: RemoteReference
    accountRule?: AccountRule
    description: string
    quantity: string
    unitPrice: string
    amount: Money | null
  }[]
  net: Submission['totals']['net']
  formNet: Money
  formTotal: Money
  notes: string[]
  problems: Problem[]
}

export async function previewDocument(_input: PreviewDocument): Promise<Preview> {
  throw new NotBuilt('previewDocument')
}
