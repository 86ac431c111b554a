import type { WorkflowDraft } from '@fieldledger/contract'
import { Button, Text, VisuallyHidden } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import { readDraft } from './api/editor-api.ts'
import {
  EditorStoreContext,
  type EditorSurroundings,
  SurroundingsContext,
  useEditor,
  useEditorStore,
} from './draft/editor-context.ts'
import { createEditorStore } from './draft/editor-store.ts'
import { EditorFloor } from './editor-floor.tsx'
import { messages } from './messages.ts'
import { ProblemsButton } from './problems/problems-list.tsx'
import { PublishDialog } from './publish/publish-dialog.tsx'
import { VersionsMenu } from './publish/versions-menu.tsx'
import type { Autosave } from './saving/autosave.ts'
import { ConflictDialog } from './saving/conflict-dialog.tsx'
import { SaveBadge } from './saving/save-badge.tsx'
import { keepMineOnTop, takeTheirs } from './saving/settle-conflict.ts'
import { useAutosave } from './saving/use-autosave.ts'
import { useFollowDraft } from './saving/use-follow-draft.ts'
import { EditorToolbar } from './toolbar/editor-toolbar.tsx'
import { useLint } from './use-lint.ts'

interface RoomProps {
  surroundings: EditorSurroundings
  draft: WorkflowDraft
  editable: boolean
  mayPublish: boolean
  onViewVersion(version: number): void
}

/** One open draft: its store, and everything that stands around the canvas. */
export function EditorRoom(props: RoomProps) {
  const [store] = useState(() =>
    createEditorStore({ graph: props.draft.graph, editable: props.editable, now: () => performance.now() }),
  )
  const { formId, workflowId, form, connections, providers, secrets, unsupervised, staff, nextForms } =
    props.surroundings
  const surroundings = useMemo(
    () => ({ formId, workflowId, form, connections, providers, secrets, unsupervised, staff, nextForms }),
    [formId, workflowId, form, connections, providers, secrets, unsupervised, staff, nextForms],
  )
  return (
    <EditorStoreContext value={store}>
      <SurroundingsContext value={surroundings}>
        <ReactFlowProvider>
          <Room {...props} />
        </ReactFlowProvider>
      </SurroundingsContext>
    </EditorStoreContext>
  )
}

function Room({ surroundings, draft, editable, mayPublish, onViewVersion }: RoomProps) {
  const store = useEditorStore()
  const { workflowId } = surroundings
  const queries = useQueryClient()
  const announcement = useEditor((state) => state.announcement)
  const [publishing, setPublishing] = useState(false)
  const onSaved = useCallback(
    (saved: WorkflowDraft) => queries.setQueryData(['workflow', workflowId, 'draft'], saved),
    [queries, workflowId],
  )
  const { state, autosave } = useAutosave({ store, place: surroundings, draft, onSaved })
  useLint()
  useFollowDraft({ draft, autosave })

  const settle = async (how: typeof takeTheirs) => {
    const { current } = autosave
    if (current !== undefined) how({ store, autosave: current, theirs: await readDraft(surroundings) })
  }
  return (
    <>
      <EditorToolbar
        status={
          editable ? (
            <SaveBadge state={state} onRetry={() => void autosave.current?.flush()} />
          ) : (
            <Text size="sm" c="dimmed">
              {messages.readOnly}
            </Text>
          )
        }
      >
        <ProblemsButton />
        <VersionsMenu place={surroundings} onView={onViewVersion} />
        {mayPublish && (
          <Button
            leftSection={<IconRocket size={16} />}
            onClick={() => void openPublish(autosave, () => setPublishing(true))}
          >
            {messages.publish.button}
          </Button>
        )}
      </EditorToolbar>
      <EditorFloor />
      <ConflictDialog
        conflict={state.state === 'conflict' ? state.conflict : undefined}
        onTheirs={() => settle(takeTheirs)}
        onMine={() => settle(keepMineOnTop)}
      />
      {publishing && (
        <PublishDialog
          revision={() => autosave.current?.base().revision ?? draft.revision}
          onClose={() => setPublishing(false)}
        />
      )}
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
    </>
  )
}

/** What is published is what the server holds: first everything is saved. */
async function openPublish(autosave: RefObject<Autosave | undefined>, open: () => void): Promise<void> {
  await autosave.current?.flush()
  if (autosave.current?.unsaved() !== true) open()
}
