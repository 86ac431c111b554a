import { LoadState } from '@fieldledger/ui'
import type { Graph } from '@fieldledger/workflow'
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { useState } from 'react'
import { readVersion } from '../api/editor-api.ts'
import { EditorStoreContext, type EditorSurroundings, SurroundingsContext } from '../draft/editor-context.ts'
import { createEditorStore } from '../draft/editor-store.ts'
import { EditorFloor } from '../editor-floor.tsx'
import { messages } from '../messages.ts'
import { EditorToolbar } from '../toolbar/editor-toolbar.tsx'
import styles from '../workflow-editor.module.css'

/** A published version on a canvas that cannot be changed. */
export function VersionRoom(props: { surroundings: EditorSurroundings; version: number; onBack(): void }) {
  const { surroundings, version } = props
  const query = useQuery({
    queryKey: ['workflow', surroundings.workflowId, 'version', version],
    queryFn: () => readVersion(surroundings, version),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <div className={styles.notice} role="status">
        {messages.versions.viewing(version)}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowLeft size={15} />}
          onClick={props.onBack}
        >
          {messages.versions.back}
        </Button>
      </div>
      <LoadState query={query} retryLabel={messages.retry}>
        {({ graph }) => (graph === undefined ? null : <Frozen graph={graph} surroundings={surroundings} />)}
      </LoadState>
    </>
  )
}

function Frozen({ graph, surroundings }: { graph: Graph; surroundings: EditorSurroundings }) {
  const [store] = useState(() => createEditorStore({ graph, editable: false, now: () => 0 }))
  return (
    <EditorStoreContext value={store}>
      <SurroundingsContext value={surroundings}>
        <ReactFlowProvider>
          <EditorToolbar status={null}>{null}</EditorToolbar>
          <EditorFloor />
        </ReactFlowProvider>
      </SurroundingsContext>
    </EditorStoreContext>
  )
}
