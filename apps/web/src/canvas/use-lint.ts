import { stepDefinition } from '@fieldledger/steps'
import { lintGraph } from '@fieldledger/workflow'
import { useDeferredValue, useEffect } from 'react'
import { useEditor, useEditorStore, useSurroundings } from './draft/editor-context.ts'

/** The same lint as the publish gate's, a breath after every edit, so that typing stays quick. */
export function useLint(): void {
  const store = useEditorStore()
  const { formId, workflowId, form, connections, secrets, unsupervised, staff, nextForms } = useSurroundings()
  const first = workflowId === formId
  const graph = useDeferredValue(useEditor(({ history }) => history.graph))
  useEffect(() => {
    const found = lintGraph({
      graph,
      form,
      connections,
      secrets,
      unsupervised,
      staff,
      nextForms,
      first,
      definitionOf: stepDefinition,
    })
    store.getState().setProblems(found)
  }, [store, graph, form, connections, secrets, unsupervised, staff, nextForms, first])
}
