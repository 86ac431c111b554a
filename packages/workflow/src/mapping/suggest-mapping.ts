import type { Field, FormContent } from '@fieldledger/forms'
import { documentForForm } from './document-for-form.ts'
import type { MappingTarget } from './field-mapping.ts'
import { choosesPeople, fieldsForTarget, mappingTargets, namesVendors } from './mapping-targets.ts'

export interface MappingSuggestion {
  target: MappingTarget
  fieldId: string
  /** Why, in words: people accept it with one click, nothing is applied silently. */
  reason: string
}

const words: Record<MappingTarget, RegExp> = {
  vendor: /vendor|supplier/i,
  materials: /material|item|line/i,
  memo: /memo|note|remark|message|comment/i,
  dueDate: /due|needed|required by|deliver|expected/i,
  terms: /terms/i,
  date: /^(order |issue )?date$|order date|issue date/i,
  shipTo: /ship|deliver(y)? (to|address)|site/i,
  class: /class/i,
  department: /department|division/i,
  location: /location|branch/i,
  employee: /employee|request(ed by|er|or)|ordered by|raised by|buyer/i,
  project: /project|job/i,
  serviceFrom: /(service|period|work).*(from|start|begin)|^(from|start)/i,
  serviceTo: /(service|period|work).*(until|to|end)|^(until|to|end)/i,
  vendorNumber: /(invoice|bill|vendor|supplier).*(no|number|#)/i,
  paperTotal: /total/i,
}

/** For each target the field that fits best: the only one of its kind, or the one whose label says so. */
export function suggestMapping(content: FormContent): MappingSuggestion[] {
  return mappingTargets(documentForForm(content.type)).flatMap(({ target, label }) => {
    const fitting = fieldsForTarget(target, content)
    const better = fitting.filter(betterFor[target] ?? (() => true))
    const fields = better.length > 0 ? better : fitting
    const named = fields.filter((field) => words[target].test(field.label))
    const chosen = named[0] ?? onlyOne(distinctive[target]?.(fields) ?? [])
    if (chosen === undefined) return []
    const reason =
      named.length > 0
        ? `"${chosen.label}" sounds like ${label} and is of a fitting type.`
        : `"${chosen.label}" is the only field of a fitting type.`
    return [{ target, fieldId: chosen.id, reason }]
  })
}

const betterFor: Partial<Record<MappingTarget, (field: Field) => boolean>> = {
  // The vendor of the lines is a decision of its own, unless the form has no other.
  vendor: (field) => !namesVendors(field),
  employee: choosesPeople,
}

// A form may have one text field that is no memo at all; one vendor choice is always the vendor.
const distinctive: Partial<Record<MappingTarget, (fields: readonly Field[]) => readonly Field[]>> = {
  vendor: (fields) => fields,
  materials: (fields) => fields,
  project: (fields) => fields,
  employee: (fields) => fields.filter(choosesPeople),
}

function onlyOne(fields: readonly Field[]): Field | undefined {
  return fields.length === 1 ? fields[0] : undefined
}
