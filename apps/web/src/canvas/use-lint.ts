import { stepDefinition } from '@fieldledger/steps'
import { lintGraph } from '@fieldledger/workflow'
import { useDeferredValue, useEffect } from 'react'
import { useEditor, useEditorStore, useSurroundings } from './draft/editor-context.ts'

/** The same lint as the publish gate's, a breath after every edit, so that typing stays quick. */
export function useLint(): void {
  const store = useEditorStore()
  const { form, connections } = useSurroundings()
  const graph = useDeferredValue(useEditor(({ history }) => history.graph))
  useEffect(() => {
    store.getState().setProblems(lintGraph({ graph, form, connections, definitionOf: stepDefinition }))
  }, [store, graph, form, connections])
}
