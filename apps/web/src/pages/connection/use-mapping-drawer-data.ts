import type { FormContent } from '@fieldledger/forms'
import type { DrawerData } from '@fieldledger/steps/views'
import type { ConnectionSummary } from '@fieldledger/workflow'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import {
  convertVendorField,
  previewDocument,
  readRecentSubmissions,
  searchRemoteAccounts,
} from '../../canvas/api/editor-api.ts'
import { describeSubmission } from '../../canvas/drawer/describe-submission.ts'
import { pathOf } from '../../canvas/drawer/path-of.ts'

/** What the mapping slider may know and do outside of a workflow: there are no steps and nothing starts. */
export function useMappingDrawerData(of: {
  formId: string
  form: FormContent
  connection: ConnectionSummary
}): DrawerData {
  const { formId, form, connection } = of
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMemo(
    () => ({
      form,
      connections: [connection],
      secrets: [],
      nextForms: [],
      people: [],
      problems: [],
      given: [],
      hook: { facts: undefined, deliveries: [], moreDeliveries: undefined, makeSecret: async () => '' },
      editable: true,
      preview: (question) => previewDocument(formId, question),
      recentSubmissions: async () => (await readRecentSubmissions(formId)).rows.map(describeSubmission),
      searchAccounts: async (search) => (await searchRemoteAccounts(search)).rows,
      convertVendorField: async (fieldId) => {
        await convertVendorField(formId, fieldId)
        await queries.invalidateQueries({ queryKey: ['forms'] })
      },
      goTo: (destination) => void navigate(pathOf(destination, formId)),
    }),
    [form, connection, formId, queries, navigate],
  )
}
