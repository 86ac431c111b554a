import type { Capabilities, DocumentKind } from '@fieldledger/accounting'
import { type Field, type FormContent, nextTypesOf } from '@fieldledger/forms'
import type { MappingTarget } from './field-mapping.ts'

export interface TargetDescription {
  target: MappingTarget
  label: string
  required: boolean
  /** Stands in the closed fold "More fields" (S4-11). */
  more: boolean
  /** What kinds of field fit, in words, for the sentence when there is none. */
  fits: string
  /** Only these kinds of document have it. */
  only?: readonly DocumentKind[]
  /** Only where the ledger says so of itself is there such a thing at all. */
  needs?: keyof Pick<Capabilities, 'employees'>
}

const targets: readonly TargetDescription[] = [
  {
    target: 'vendor',
    label: 'Vendor',
    required: true,
    more: false,
    fits: 'a "choose one or more" field over vendors',
  },
  { target: 'materials', label: 'Materials', required: true, more: false, fits: 'a material table' },
  { target: 'memo', label: 'Memo', required: false, more: false, fits: 'a text or paragraph field' },
  { target: 'dueDate', label: 'Due Date', required: false, more: false, fits: 'a date field' },
  { target: 'date', label: 'Date', required: false, more: true, fits: 'a date field' },
  { target: 'terms', label: 'Terms', required: false, more: true, fits: 'a text field or a choice' },
  { target: 'shipTo', label: 'Ship to', required: false, more: true, fits: 'a text or paragraph field' },
  { target: 'class', label: 'Class', required: false, more: true, fits: 'a text field or a choice' },
  {
    target: 'department',
    label: 'Department',
    required: false,
    more: true,
    fits: 'a text field or a choice',
  },
  { target: 'location', label: 'Location', required: false, more: true, fits: 'a text field or a choice' },
  {
    target: 'employee',
    label: 'Employee',
    required: false,
    more: true,
    fits: 'a choice of people, a text field or a choice',
    only: ['purchase-order', 'service-order'],
    needs: 'employees',
  },
  {
    target: 'project',
    label: 'Project',
    required: false,
    more: true,
    fits: 'a choice of projects or customers',
  },
  {
    target: 'serviceFrom',
    label: 'Service from',
    required: false,
    more: true,
    fits: 'a date field',
    only: ['service-order'],
  },
  {
    target: 'serviceTo',
    label: 'Service until',
    required: false,
    more: true,
    fits: 'a date field',
    only: ['service-order'],
  },
  {
    target: 'vendorNumber',
    label: "Vendor's invoice number",
    required: false,
    more: true,
    fits: 'a text field',
    only: ['bill'],
  },
  {
    target: 'paperTotal',
    label: 'Total on the paper',
    required: false,
    more: true,
    fits: 'a money field',
    only: ['bill'],
  },
]

/** The targets of one kind of document, in the order in which people see them. */
export function mappingTargets(kind?: DocumentKind): readonly TargetDescription[] {
  return targets.filter(({ only }) => only === undefined || (kind !== undefined && only.includes(kind)))
}

const fitting: Record<MappingTarget, (field: Field) => boolean> = {
  vendor: (field) => chooses(field, ['vendors']),
  materials: (field) => field.kind === 'material-table',
  memo: isText,
  dueDate: (field) => field.kind === 'date',
  terms: isTextOrOption,
  date: (field) => field.kind === 'date',
  shipTo: isText,
  class: namesAMark,
  department: namesAMark,
  location: namesAMark,
  employee: (field) => isTextOrOption(field) || choosesPeople(field),
  project: (field) => chooses(field, ['projects', 'customers']),
  serviceFrom: (field) => field.kind === 'date',
  serviceTo: (field) => field.kind === 'date',
  vendorNumber: (field) => field.kind === 'text',
  paperTotal: (field) => field.kind === 'money',
}

/** Only fields of a fitting type are offered for a target (S4-12, S4-13). */
export function fieldsForTarget(target: MappingTarget, content: FormContent): Field[] {
  const fits = fitting[target]
  const perVendor = target === 'vendor' && nextTypesOf(content.type).length > 0
  return content.fields.filter((field) => fits(field) || (perVendor && namesVendors(field)))
}

/** A table whose lines say of whom each is bought: an order is made for each of them (G-02). */
export function namesVendors(field: Field): boolean {
  return field.kind === 'material-table' && field.columns.vendor === true
}

export function choosesPeople(field: Field): boolean {
  return chooses(field, ['people'])
}

function isTextOrOption(field: Field): boolean {
  return field.kind === 'text' || (field.kind === 'choose' && field.source.from === 'options')
}

function namesAMark(field: Field): boolean {
  return isTextOrOption(field) || chooses(field, ['cost-codes'])
}

function isText(field: Field): boolean {
  return field.kind === 'text' || field.kind === 'paragraph'
}

function chooses(field: Field, catalogues: readonly string[]): boolean {
  return (
    field.kind === 'choose' &&
    field.source.from === 'catalogue' &&
    catalogues.includes(field.source.catalogue)
  )
}
