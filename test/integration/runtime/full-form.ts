import type { FormContent, FormType, SubmissionValues } from '@fieldledger/forms'
import type { FieldMapping } from '@fieldledger/workflow'
import { jobField, memoField, tableField, vendorField } from './order-form.ts'

export const unknownItem = 'material-new'
export const knownItem = 'material-known'

export const fullMapping = {
  vendor: vendorField,
  materials: tableField,
  memo: memoField,
  project: jobField,
  date: 'f_date001',
  dueDate: 'f_duedate',
  terms: 'f_terms01',
  shipTo: 'f_shipto1',
  class: 'f_class01',
  department: 'f_depart1',
  location: 'f_locate1',
  employee: 'f_employ1',
} satisfies FieldMapping

/** A form that says all that a document can show. */
export function fullForm(type: FormType): FormContent {
  const { date, dueDate, terms, shipTo, class: mark, department, location, employee } = fullMapping
  const text = (id: string, label: string) => ({ kind: 'text' as const, id, label })
  return {
    name: type,
    type,
    numbering: { prefix: type.toUpperCase().slice(0, 2), projectCode: false, year: false, digits: 4 },
    fields: [
      chosen(vendorField, 'vendors'),
      chosen(jobField, 'projects'),
      { kind: 'date', id: date, label: 'Date' },
      { kind: 'date', id: dueDate, label: 'Due' },
      text(terms, 'Terms'),
      text(mark, 'Class'),
      text(department, 'Department'),
      text(location, 'Location'),
      chosen(employee, 'people'),
      { kind: 'paragraph', id: memoField, label: 'Memo' },
      { kind: 'paragraph', id: shipTo, label: 'Ship to' },
      {
        kind: 'material-table',
        id: tableField,
        label: 'Lines',
        columns: { unit: true, tax: true, costCode: false, account: false },
      },
    ],
  }
}

/** An item line, one whose item is not there yet, and two that go to an account. */
export function fullValues(named: {
  terms: string
  person: string | undefined
  marks: Readonly<Record<string, string>>
}): SubmissionValues {
  const { class: mark = '', department = '', location = '' } = named.marks
  const line = (id: string, description: string) => ({ id, description, quantity: '1', unitPrice: '60' })
  return {
    [vendorField]: ['vendor-1'],
    [jobField]: ['job-1'],
    [memoField]: 'Deliver to gate 3, “north” yard',
    [fullMapping.date]: '2026-11-02',
    [fullMapping.dueDate]: '2026-12-01',
    [fullMapping.terms]: named.terms,
    ...(named.person === undefined ? {} : { [fullMapping.employee]: [named.person] }),
    [fullMapping.shipTo]: 'Site 14\n1 Harbour Road',
    ...(mark === '' ? {} : { [fullMapping.class]: mark }),
    ...(department === '' ? {} : { [fullMapping.department]: department }),
    ...(location === '' ? {} : { [fullMapping.location]: location }),
    [tableField]: [
      { ...line('row-1', 'Stud, 2x4x8'), materialId: knownItem, quantity: '8', unitPrice: '3.47' },
      { ...line('row-2', 'Gate hinge ½″'), materialId: unknownItem, quantity: '3', unitPrice: '12.5' },
      { ...line('row-3', 'Washed sand'), quantity: '2.5', unit: 't', unitPrice: '41.1', taxPercent: '8.25' },
      line('row-4', "O'Brien & “Söhne” skip hire"),
    ],
  }
}

function chosen(id: string, catalogue: 'vendors' | 'projects' | 'people'): FormContent['fields'][number] {
  return { kind: 'choose', id, label: catalogue, source: { from: 'catalogue', catalogue }, limit: 1 }
}
