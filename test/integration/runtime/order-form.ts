import type { Field, FormContent, SubmissionValues } from '@fieldledger/forms'
import type { Graph, UnlinkedItems } from '@fieldledger/workflow'

export const formId = 'form-po'
export const vendorField = 'f_vendor1'
export const tableField = 'f_lines01'
export const memoField = 'f_memo001'
export const jobField = 'f_job0001'

export const content: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: false, digits: 4 },
  fields: [
    {
      kind: 'choose',
      id: vendorField,
      label: 'Vendor',
      required: true,
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    {
      kind: 'material-table',
      id: tableField,
      label: 'Materials',
      columns: { unit: false, tax: false, costCode: false, account: false },
    },
    { kind: 'paragraph', id: memoField, label: 'Memo' },
    {
      kind: 'choose',
      id: jobField,
      label: 'Job',
      source: { from: 'catalogue', catalogue: 'projects' },
      limit: 1,
    },
  ],
}

export function contentOf({ severalVendors = false, perVendor = false }: SceneOptions): FormContent {
  if (perVendor) return { ...content, fields: content.fields.map(withVendorColumn) }
  if (!severalVendors) return content
  const fields = content.fields.map((field) =>
    field.id === vendorField && field.kind === 'choose' ? { ...field, limit: null } : field,
  )
  return { ...content, fields }
}

function withVendorColumn(field: Field): Field {
  if (field.kind === 'material-table') return { ...field, columns: { ...field.columns, vendor: true } }
  return field.id === vendorField ? { ...field, required: false } : field
}

export function poValues(
  change: { price?: string; memo?: string; materialId?: string; vendor?: string; lineVendor?: string } = {},
): SubmissionValues {
  return {
    [vendorField]: [change.vendor ?? 'vendor-1'],
    [tableField]: [
      {
        id: 'row-1',
        description: 'Copper pipe',
        quantity: '2',
        unitPrice: change.price ?? '10',
        ...(change.materialId === undefined ? {} : { materialId: change.materialId }),
        ...(change.lineVendor === undefined ? {} : { vendorId: change.lineVendor }),
      },
    ],
    ...(change.memo === undefined ? {} : { [memoField]: change.memo }),
  }
}

export interface SceneOptions {
  approval?: boolean
  unlinkedItems?: UnlinkedItems
  quietPeriodMs?: number
  replayWindowMs?: number | null
  failedOutlet?: boolean
  /** The form's vendor field takes more than one pick. */
  severalVendors?: boolean
  /** Each line names its vendor, and the step takes it from there. */
  perVendor?: boolean
  /** The step maps the form's job too. */
  job?: boolean
}

/** Start, approval, sync; the sync step's refusals may have an outlet. */
export function graphOf(options: SceneOptions): Graph {
  const { approval = true, unlinkedItems, failedOutlet = false, job = false, perVendor = false } = options
  const sync = {
    kind: 'accounting-sync',
    name: 'Sync',
    config: {
      provider: 'double',
      providerLabel: 'The Double',
      documentKind: 'purchase-order',
      mapping: {
        vendor: perVendor ? tableField : vendorField,
        materials: tableField,
        memo: memoField,
        ...(job ? { project: jobField } : {}),
      },
      unlinkedItems: unlinkedItems ?? { create: false, instead: 'expense-line' },
    },
  }
  const approve = {
    kind: 'approval',
    name: 'Approval',
    config: {
      mode: 'any',
      approvers: { roles: ['approver'], people: [] },
      noteOnRejection: true,
      final: true,
    },
  }
  const label = (text: string) => ({
    kind: 'set-status',
    name: text,
    config: { set: 'label', label: text },
  })
  const edge = (id: string, from: [string, string], to: string) => ({
    id: `e_${id}`,
    from: { step: from[0], outlet: from[1] },
    to,
  })
  return {
    steps: {
      s_start: { kind: 'form-submitted', name: 'Start', config: {} },
      ...(approval ? { s_approve: approve } : {}),
      s_sync: sync,
      ...(failedOutlet ? { s_failed: label('Refused by the ledger') } : {}),
    },
    edges: [
      ...(approval
        ? [edge('aaaa', ['s_start', 'next'], 's_approve'), edge('bbbb', ['s_approve', 'approved'], 's_sync')]
        : [edge('aaaa', ['s_start', 'next'], 's_sync')]),
      ...(failedOutlet ? [edge('cccc', ['s_sync', 'failed'], 's_failed')] : []),
    ],
  }
}
