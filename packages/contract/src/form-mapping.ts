import { DocumentKind } from '@fieldledger/accounting'
import { FormType } from '@fieldledger/forms'
import { FieldMapping, UnlinkedItems } from '@fieldledger/workflow'
import { Type } from 'typebox'

/** GET /connections/:id/mappings: rows. How each form in use becomes a document of that ledger. */
export const FormMappingView = Type.Object({
  formId: Type.String(),
  formName: Type.String(),
  formType: FormType,
  documentKind: DocumentKind,
  /** step = a Sync step of its workflow says it; form = set here; missing = it cannot be sent by itself. */
  from: Type.Union([Type.Literal('step'), Type.Literal('form'), Type.Literal('missing')]),
  mapping: FieldMapping,
  unlinkedItems: UnlinkedItems,
})
export type FormMappingView = Type.Static<typeof FormMappingView>

/** PUT /connections/:id/mappings: from the form's present version on, for all connections of that provider. */
export const FormMappingRequest = Type.Object(
  {
    formId: Type.String({ minLength: 1, maxLength: 64 }),
    mapping: FieldMapping,
    unlinkedItems: UnlinkedItems,
  },
  { additionalProperties: false },
)
export type FormMappingRequest = Type.Static<typeof FormMappingRequest>
