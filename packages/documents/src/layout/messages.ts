import type { DocumentStatus } from '@fieldledger/forms'

const statuses: Record<DocumentStatus, string> = {
  draft: 'Draft',
  pending: 'Not approved yet',
  'in-revision': 'In revision',
  approved: 'Approved',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  closed: 'Closed',
}

export const messages = {
  statuses,
  number: 'Number',
  numberFollows: 'follows',
  date: 'Date',
  status: 'Status',
  revision: 'Revision',
  submittedBy: 'Submitted by',
  vendor: 'Vendor',
  practice: 'Practice',
  position: '#',
  description: 'Description',
  quantity: 'Quantity',
  unit: 'Unit',
  unitPrice: 'Unit price',
  tax: 'Tax %',
  amount: 'Amount',
  noLines: 'No lines',
  net: 'Net',
  taxTotal: 'Tax',
  total: 'Total',
  approvals: 'Approvals',
  decided: { approve: 'Approved by', reject: 'Rejected by' },
  signature: 'Signature',
  missingLetters:
    '□ is a letter that this print has not, such as Chinese, Japanese or Korean ones and emoji. The form itself keeps it.',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
}
