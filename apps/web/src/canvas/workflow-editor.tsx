import { LoadState } from '@fieldledger/ui'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useMay } from '../session/me-context.ts'
import {
  readDraft,
  readEditorContext,
  readForm,
  readProviders,
  type WorkflowPlace,
} from './api/editor-api.ts'
import { EditorRoom } from './editor-room.tsx'
import { messages } from './messages.ts'
import { VersionRoom } from './publish/version-room.tsx'
import { useRoomBelow } from './use-room-below.ts'
import styles from './workflow-editor.module.css'

/** The workflow of a form: the draft in the editor, or one of its published versions to look at. */
export function WorkflowEditor(place: WorkflowPlace) {
  const { formId, workflowId } = place
  const mayEdit = useMay('workflow.edit')
  const mayPublish = useMay('workflow.publish')
  const editor = useRef<HTMLElement>(null)
  useRoomBelow(editor)
  const [version, setVersion] = useState<number>()
  const form = useQuery({ queryKey: ['forms', formId], queryFn: () => readForm(formId) })
  const draft = useQuery({ queryKey: ['workflow', workflowId, 'draft'], queryFn: () => readDraft(place) })
  const context = useQuery({
    queryKey: ['connections', 'editor-context', formId],
    queryFn: () => readEditorContext(formId),
  })
  const providers = useQuery({ queryKey: ['providers', 'editor'], queryFn: readProviders, staleTime: 60_000 })
  const loaded =
    form.data && draft.data && context.data && providers.data
      ? { form: form.data, draft: draft.data, context: context.data, providers: providers.data.rows }
      : undefined
  const error = form.error ?? draft.error ?? context.error ?? providers.error
  const refetch = () => Promise.all([form, draft, context, providers].map((query) => query.refetch()))
  return (
    <section ref={editor} className={styles.editor} aria-label={messages.editor}>
      <LoadState query={{ data: loaded, error, refetch }} retryLabel={messages.retry}>
        {(data) => {
          const surroundings = {
            formId,
            workflowId,
            form: data.form.draft,
            connections: data.context.connections,
            secrets: data.context.secrets,
            unsupervised: data.context.unsupervised,
            staff: data.context.staff,
            nextForms: data.context.nextForms,
            providers: data.providers,
          }
          return version === undefined ? (
            <EditorRoom
              key={workflowId}
              surroundings={surroundings}
              draft={data.draft}
              editable={mayEdit}
              mayPublish={mayPublish}
              onViewVersion={setVersion}
            />
          ) : (
            <VersionRoom
              key={version}
              surroundings={surroundings}
              version={version}
              onBack={() => setVersion(undefined)}
            />
          )
        }}
      </LoadState>
    </section>
  )
}
