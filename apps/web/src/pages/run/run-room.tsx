import type { RunWalk } from '@fieldledger/contract'
import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import {
  EditorStoreContext,
  type EditorSurroundings,
  SurroundingsContext,
} from '../../canvas/draft/editor-context.ts'
import { createEditorStore } from '../../canvas/draft/editor-store.ts'
import { useEditorKeys } from '../../canvas/keyboard/use-editor-keys.ts'
import { CanvasSurface } from '../../canvas/surface/canvas-surface.tsx'
import { StepWalksContext } from '../../canvas/surface/step-walks.ts'
import { useRoomBelow } from '../../canvas/use-room-below.ts'
import editor from '../../canvas/workflow-editor.module.css'
import { messages, visitStates } from './messages.ts'
import classes from './run-room.module.css'
import { WalkPanel } from './walk-panel.tsx'

/** The version's graph, which cannot be changed, with what the run did on it; beside it the chosen step. */
export function RunRoom({ run, surroundings }: { run: RunWalk; surroundings: EditorSurroundings }) {
  const room = useRef<HTMLElement>(null)
  useRoomBelow(room)
  // A published version never changes, so neither does its store: only the colours move.
  const [store] = useState(() => createEditorStore({ graph: run.graph, editable: false, now: () => 0 }))
  const walks = useMemo(
    () => Object.fromEntries(run.visits.map(({ stepId, state }) => [stepId, visitStates[state]])),
    [run.visits],
  )
  return (
    <section ref={room} className={`${editor.editor} ${classes.room}`} aria-label={messages.canvas}>
      <EditorStoreContext value={store}>
        <SurroundingsContext value={surroundings}>
          <StepWalksContext value={walks}>
            <ReactFlowProvider>
              <Keys />
              <div className={editor.canvas} data-canvas>
                <CanvasSurface minimap={false} />
              </div>
              <WalkPanel run={run} />
            </ReactFlowProvider>
          </StepWalksContext>
        </SurroundingsContext>
      </EditorStoreContext>
    </section>
  )
}

/** Arrows walk from step to step, Escape chooses none. */
function Keys() {
  useEditorKeys()
  return null
}
