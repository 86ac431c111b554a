import { stepDefinition } from '@fieldledger/steps'
import type { DrawerData } from '@fieldledger/steps/views'
import { givenByStart, type Step } from '@fieldledger/workflow'
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
import { useHookOf } from './use-hook-of.ts'

/** Implements what a drawer may know and do, over the API. */
export function useDrawerDataOf(stepId: string): DrawerData {
  const { formId, workflowId, form, connections, secrets, nextForms } = useSurroundings()
  const editable = useEditor((state) => state.editable)
  const problems = useEditor((state) => state.problems)
  const graph = useEditor((state) => state.history.graph)
  const hook = useHookOf({ formId, workflowId }, startsByMessage(graph.steps[stepId]))
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
      given: givenByStart(graph, stepDefinition),
      hook,
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
    [
      form,
      connections,
      secrets,
      nextForms,
      people,
      problems,
      graph,
      hook,
      editable,
      stepId,
      formId,
      queries,
      navigate,
    ],
  )
}

function startsByMessage(step: Step | undefined): boolean {
  return step !== undefined && stepDefinition(step.kind)?.starts?.(step.config).on === 'message'
}
