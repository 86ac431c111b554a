import { IconPlus, IconX } from '@tabler/icons-react'
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { disconnectSteps } from '../commands/disconnect-steps.ts'
import { edgeSlotKey } from '../draft/drop-slots.ts'
import { useEditor, useEditorStore } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import { usePaletteDrag } from '../palette/palette-drag.ts'
import { edgePath } from './edge-path.ts'
import type { OutletEdge } from './graph-to-flow.ts'
import styles from './outlet-edge-line.module.css'

/** The arrow, with a plus in its middle that adds a step there and lights up under a dragged one. */
export const OutletEdgeLine = memo(function OutletEdgeLine(props: EdgeProps<OutletEdge>) {
  const store = useEditorStore()
  const editable = useEditor((state) => state.editable)
  const dragging = usePaletteDrag(({ drag }) => drag !== undefined)
  const lit = usePaletteDrag(({ drag }) => drag?.slot?.key === edgeSlotKey(props.id))
  const from = useEditor(({ history }) => history.graph.steps[props.source]?.name ?? '')
  const to = useEditor(({ history }) => history.graph.steps[props.target]?.name ?? '')
  const { path, middle } = edgePath(
    { x: props.sourceX, y: props.sourceY },
    { x: props.targetX, y: props.targetY },
  )
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        interactionWidth={24}
        className={styles.line ?? ''}
        {...(props.markerEnd === undefined ? {} : { markerEnd: props.markerEnd })}
      />
      {editable && (
        <EdgeLabelRenderer>
          <div
            className={`nodrag nopan ${styles.tools}`}
            style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
          >
            <button
              type="button"
              className={styles.plus}
              data-lit={lit}
              data-dragging={dragging}
              aria-label={messages.outlet.insertBetween({ from, to })}
              onClick={() => store.getState().openAddMenu({ at: 'edge', edgeId: props.id })}
            >
              <IconPlus size={14} stroke={2.4} />
            </button>
            {props.selected === true && (
              <button
                type="button"
                className={styles.plus}
                aria-label={messages.outlet.disconnect}
                onClick={() => {
                  const { run, history } = store.getState()
                  run(disconnectSteps(history.graph, [props.id]))
                }}
              >
                <IconX size={14} stroke={2.4} />
              </button>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
