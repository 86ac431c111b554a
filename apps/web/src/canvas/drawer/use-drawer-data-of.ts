import type { DrawerData } from '@fieldledger/steps/views'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import {
  convertVendorField,
  previewDocument,
  readPeople,
  readRecentSubmissions,
  searchRemoteAccounts,
} from '../api/editor-api.ts'
import { useEditor, useSurroundings } from '../draft/editor-context.ts'
import { describeSubmission } from './describe-submission.ts'
import { pathOf } from './path-of.ts'

/** Implements what a drawer may know and do, over the API. */
export function useDrawerDataOf(stepId: string): DrawerData {
  const { formId, form, connections, secrets, nextForms } = useSurroundings()
  const editable = useEditor((state) => state.editable)
  const problems = useEditor((state) => state.problems)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const people = useQuery({ queryKey: ['people', 'editor'], queryFn: readPeople, staleTime: 60_000 }).data
    ?.rows
  return useMemo(
    () => ({
      form,
      connections,
      secrets,
      nextForms,
      people: (people ?? []).filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
      problems: problems.filter((problem) => problem.stepId === stepId),
      editable,
      preview: (question) => previewDocument(formId, question),
      recentSubmissions: async () => (await readRecentSubmissions(formId)).rows.map(describeSubmission),
      searchAccounts: async (search) =>
        (
          await queries.fetchQuery({
            queryKey: ['connections', search.connectionId, 'accounts', search.query],
            queryFn: () => searchRemoteAccounts(search),
          })
        ).rows,
      convertVendorField: async (fieldId) => {
        await convertVendorField(formId, fieldId)
        await queries.invalidateQueries({ queryKey: ['forms'] })
      },
      goTo: (destination) => void navigate(pathOf(destination, formId)),
    }),
    [form, connections, secrets, nextForms, people, problems, editable, stepId, formId, queries, navigate],
  )
}
