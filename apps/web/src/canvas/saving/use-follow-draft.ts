import type { WorkflowDraft } from '@fieldledger/contract'
import { notifications } from '@mantine/notifications'
import { type RefObject, useEffect } from 'react'
import { useEditorStore } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import type { Autosave } from './autosave.ts'
import { takeTheirs } from './settle-conflict.ts'

/** Somebody else saved, and nothing of ours is unsaved: show theirs at once. Otherwise the next save asks. */
export function useFollowDraft(options: {
  draft: WorkflowDraft
  autosave: RefObject<Autosave | undefined>
}): void {
  const store = useEditorStore()
  const { draft, autosave } = options
  useEffect(() => {
    const { current } = autosave
    if (current === undefined || current.unsaved() || draft.revision <= current.base().revision) return
    takeTheirs({ store, autosave: current, theirs: draft })
    notifications.show({ message: messages.theyChanged(draft.updatedBy) })
  }, [store, draft, autosave])
}
