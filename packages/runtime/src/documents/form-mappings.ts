import { type DocumentKind, documentCapability } from '@fieldledger/accounting'
import type { FormType } from '@fieldledger/forms'
import {
  type ConnectionSummary,
  companyScope,
  documentForForm,
  type FieldMapping,
  mappingTargets,
  type UnlinkedItems,
} from '@fieldledger/workflow'
import { NoConnection } from '../errors/runtime-errors.ts'
import type { UseCase } from '../use-case.ts'
import { mappingFor, safeUnlinkedItems } from './mapping-for.ts'

/** A published form as this asks for it. */
export interface MappedForm {
  formId: string
  formName: string
  formType: FormType
  formVersion: number
}

export interface FormMapping extends Omit<MappedForm, 'formVersion'> {
  documentKind: DocumentKind
  from: 'step' | 'form' | 'missing'
  mapping: FieldMapping
  unlinkedItems: UnlinkedItems
}

/** How each of these forms becomes a document of that ledger; forms that it takes nothing of are left out. */
export async function formMappings(
  input: UseCase & { connectionId: string; forms: readonly MappedForm[] },
): Promise<FormMapping[]> {
  const scope = companyScope(input.companyId)
  const connections = await input.runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === input.connectionId)
  if (connection === undefined) throw new NoConnection()
  const found = await Promise.all(
    input.forms.map(async ({ formVersion, ...form }): Promise<FormMapping[]> => {
      const documentKind = documentTaken(form.formType, connection)
      if (documentKind === undefined) return []
      const submission = { formId: form.formId, formVersion }
      const how = await mappingFor(input.runtime, { scope, submission, connection })
      const { mapping = {}, unlinkedItems = safeUnlinkedItems } = how ?? {}
      const from = how === undefined || !isComplete(mapping, documentKind) ? 'missing' : how.from
      return [{ ...form, documentKind, from, mapping, unlinkedItems }]
    }),
  )
  return found.flat()
}

function documentTaken(type: FormType, { capabilities }: ConnectionSummary): DocumentKind | undefined {
  const kind = documentForForm(type)
  return kind !== undefined && documentCapability(capabilities, kind)?.create === true ? kind : undefined
}

/** Every target that a document needs has a field. */
export function isComplete(mapping: FieldMapping, kind: DocumentKind): boolean {
  return mappingTargets(kind).every(({ required, target }) => !required || mapping[target] !== undefined)
}
