import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeVertical,
  IconMaximize,
  IconPlus,
} from '@tabler/icons-react'
import { useReactFlow } from '@xyflow/react'
import type { ReactNode } from 'react'
import { tidyUp } from '../commands/tidy-up.ts'
import { useEditor, useEditorStore } from '../draft/editor-context.ts'
import { suggestPlace } from '../draft/suggest-place.ts'
import { messages } from '../messages.ts'
import styles from './editor-toolbar.module.css'

/** Undo, redo, add, tidy up, fit on the left; what the page adds on the right. */
export function EditorToolbar({ status, children }: { status: ReactNode; children: ReactNode }) {
  const store = useEditorStore()
  const editable = useEditor((state) => state.editable)
  const past = useEditor(({ history }) => history.past.at(-1)?.name)
  const future = useEditor(({ history }) => history.future[0]?.name)
  const { fitView } = useReactFlow()
  const fit = () => void fitView({ padding: 0.2, maxZoom: 1, duration: 250 })
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={messages.toolbar.title}>
      <div className={styles.parts}>
        {editable && (
          <>
            <Tool
              label={past === undefined ? messages.toolbar.undo : messages.toolbar.undoing(past)}
              disabled={past === undefined}
              onClick={() => store.getState().undo()}
            >
              <IconArrowBackUp size={18} />
            </Tool>
            <Tool
              label={future === undefined ? messages.toolbar.redo : messages.toolbar.redoing(future)}
              disabled={future === undefined}
              onClick={() => store.getState().redo()}
            >
              <IconArrowForwardUp size={18} />
            </Tool>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => {
                const { history, selection, openAddMenu } = store.getState()
                openAddMenu(suggestPlace(history.graph, selection.steps))
              }}
            >
              {messages.toolbar.add}
            </Button>
            <Tool
              label={messages.toolbar.tidyUp}
              onClick={() => {
                const { history, run } = store.getState()
                run(tidyUp(history.graph))
                requestAnimationFrame(fit)
              }}
            >
              <IconLayoutDistributeVertical size={18} />
            </Tool>
          </>
        )}
        <Tool label={messages.toolbar.fit} onClick={fit}>
          <IconMaximize size={18} />
        </Tool>
      </div>
      <div className={styles.status}>{status}</div>
      <div className={styles.parts}>{children}</div>
    </div>
  )
}

function Tool(props: { label: string; disabled?: boolean; onClick(): void; children: ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={props.label}
        aria-disabled={props.disabled === true}
        {...(props.disabled === true ? { 'data-disabled': true } : {})}
        onClick={() => props.disabled !== true && props.onClick()}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  )
}
