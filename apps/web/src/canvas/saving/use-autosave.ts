import type { WorkflowDraft } from '@fieldledger/contract'
import { useEffect, useRef, useState } from 'react'
import { saveDraft, type WorkflowPlace } from '../api/editor-api.ts'
import type { EditorStore } from '../draft/editor-store.ts'
import { type Autosave, type SaveState, startAutosave } from './autosave.ts'

/** The autosave of one editor, with its state for the toolbar. A tab that is closed too early asks first. */
export function useAutosave(options: {
  store: EditorStore
  place: WorkflowPlace
  draft: WorkflowDraft
  onSaved: (draft: WorkflowDraft) => void
}) {
  const { store } = options
  const { formId, workflowId } = options.place
  const [state, setState] = useState<SaveState>({ state: 'saved' })
  const autosave = useRef<Autosave | undefined>(undefined)
  const start = useRef(options)
  useEffect(() => {
    const { draft, onSaved } = start.current
    const running = startAutosave({
      store,
      start: { graph: store.getState().history.graph, revision: draft.revision },
      save: (next) => saveDraft({ formId, workflowId }, next),
      delayMs: 700,
      onState: setState,
      onSaved,
    })
    autosave.current = running
    const ask = (event: BeforeUnloadEvent) => {
      if (running.unsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      running.stop()
    }
  }, [store, formId, workflowId])
  return { state, autosave }
}
