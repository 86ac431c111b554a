import type { FormContent } from '@fieldledger/forms'

export const orderForm: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    {
      kind: 'choose',
      id: 'f_vendor01',
      label: 'Vendor',
      required: true,
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    { kind: 'text', id: 'f_site0001', label: 'Site', required: true },
    { kind: 'yes-no', id: 'f_urgent01', label: 'Urgent' },
    {
      kind: 'text',
      id: 'f_why00001',
      label: 'Why urgent',
      showWhen: { field: 'f_urgent01', is: ['yes'] },
    },
    {
      kind: 'material-table',
      id: 'f_lines001',
      label: 'Materials',
      required: true,
      columns: { unit: false, tax: false, costCode: false, account: false },
    },
  ],
}

export const orderVendors = [
  {
    id: 'v1',
    name: 'Hartmann Electrical Supply',
    archived: false,
    links: [],
    state: 'active',
    updatedAt: '',
  },
  { id: 'v2', name: 'Norton Lumber', archived: false, links: [], state: 'active', updatedAt: '' },
]
