import type { FormType } from '../form/form-type.ts'

const nextTypes: Readonly<Partial<Record<FormType, readonly FormType[]>>> = {
  'purchase-order': ['receipt', 'bill'],
  'service-order': ['receipt', 'bill'],
}

/** What is made from a form of this type: what arrives, and what is asked for it. */
export function nextTypesOf(type: FormType): readonly FormType[] {
  return nextTypes[type] ?? []
}
