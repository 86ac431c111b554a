import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useCallback } from 'react'
import { moveSteps } from '../commands/move-steps.ts'
import type { Positions } from '../commands/with-positions.ts'
import { useEditorStore } from '../draft/editor-context.ts'
import type { StepNode } from './graph-to-flow.ts'

/** While a card is dragged only its picture moves; letting go is one command, hence one undo. */
export function useDraggedSteps() {
  const store = useEditorStore()
  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.dragging === true && change.position !== undefined
          ? [[change.id, change.position] as const]
          : [],
      )
      if (moved.length > 0)
        store.getState().drag({ ...store.getState().dragged, ...Object.fromEntries(moved) })
    },
    [store],
  )
  const onNodeDragStop = useCallback<OnNodeDrag<StepNode>>(() => {
    const { dragged, drag, run, history } = store.getState()
    if (dragged === undefined) return
    if (differs(dragged, history.graph.steps)) run(moveSteps(history.graph, dragged))
    drag(undefined)
  }, [store])
  return { onNodesChange, onNodeDragStop }
}

function differs(
  dragged: Positions,
  steps: Readonly<Record<string, { position?: { x: number; y: number } }>>,
): boolean {
  return Object.entries(dragged).some(([id, { x, y }]) => {
    const before = steps[id]?.position
    return before === undefined || before.x !== x || before.y !== y
  })
}
