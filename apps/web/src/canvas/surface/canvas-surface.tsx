import { useComputedColorScheme } from '@mantine/core'
import {
  Background,
  BackgroundVariant,
  type Edge,
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useCallback, useMemo, useState } from 'react'
import { useEditor, useEditorStore } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import styles from './canvas-surface.module.css'
import { connectByHand } from './connect-by-hand.ts'
import { createFlowDerivation, type OutletEdge, type StepNode } from './graph-to-flow.ts'
import { OutletEdgeLine } from './outlet-edge-line.tsx'
import { positionsOf } from './positions-of.ts'
import { StepCard } from './step-card.tsx'
import { useDraggedSteps } from './use-dragged-steps.ts'
import { useRefitOnTurn } from './use-refit-on-turn.ts'
import { useRevealConfigured } from './use-reveal.ts'

const nodeTypes = { step: StepCard }
const edgeTypes = { outlet: OutletEdgeLine }
const fitOptions = { padding: 0.2, maxZoom: 1 }

/** React Flow, fed from the draft. Nothing is kept in it that is not in the store. */
export function CanvasSurface({ minimap }: { minimap: boolean }) {
  const store = useEditorStore()
  const graph = useEditor(({ history }) => history.graph)
  const selection = useEditor((state) => state.selection)
  const dragged = useEditor((state) => state.dragged)
  const editable = useEditor((state) => state.editable)
  const colorMode = useComputedColorScheme('light')
  const [derivation] = useState(createFlowDerivation)
  const positions = useMemo(() => ({ ...positionsOf(graph), ...dragged }), [graph, dragged])
  const nodes = derivation.nodes({ graph, positions, selected: selection.steps, draggable: editable })
  const edges = derivation.edges({ graph, selected: selection.edges })
  const { onNodesChange, onNodeDragStop } = useDraggedSteps()
  useRevealConfigured()
  useRefitOnTurn(fitOptions)

  const onEdgesChange = useCallback(
    (changes: EdgeChange<OutletEdge>[]) => {
      const { selection: before, select } = store.getState()
      const selected = toggled(before.edges, changes)
      if (selected !== before.edges) select({ steps: before.steps, edges: selected })
    },
    [store],
  )
  const changeNodes = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const { selection: before, select } = store.getState()
      const selected = toggled(before.steps, changes)
      if (selected !== before.steps) select({ edges: before.edges, steps: selected })
      onNodesChange(changes)
    },
    [store, onNodesChange],
  )
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => connectByHand(store, { event, state }),
    [store],
  )
  return (
    <ReactFlow<StepNode, Edge & OutletEdge>
      className={styles.canvas ?? ''}
      aria-label={messages.canvas}
      colorMode={colorMode}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={changeNodes}
      onEdgesChange={onEdgesChange}
      onNodeDragStop={onNodeDragStop}
      onConnectEnd={onConnectEnd}
      nodesDraggable={editable}
      nodesConnectable={editable}
      connectOnClick={false}
      connectionRadius={28}
      deleteKeyCode={null}
      selectionMode={SelectionMode.Partial}
      selectNodesOnDrag={false}
      disableKeyboardA11y
      edgesFocusable={false}
      zoomOnDoubleClick={false}
      onlyRenderVisibleElements
      snapToGrid
      snapGrid={[8, 8]}
      minZoom={0.15}
      maxZoom={1.6}
      fitView
      fitViewOptions={fitOptions}
      nodeDragThreshold={4}
      attributionPosition="bottom-left"
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} color="var(--canvas-dots)" />
      {minimap && (
        <MiniMap
          pannable
          zoomable
          position="bottom-right"
          className={styles.minimap ?? ''}
          ariaLabel={messages.minimap}
          nodeBorderRadius={12}
          nodeColor="var(--canvas-map-step)"
          maskColor="var(--canvas-map-mask)"
        />
      )}
    </ReactFlow>
  )
}

function toggled(
  before: readonly string[],
  changes: readonly (NodeChange<StepNode> | EdgeChange<OutletEdge>)[],
): readonly string[] {
  const selected = new Set(before)
  let differs = false
  for (const change of changes)
    if (change.type === 'select' && selected.has(change.id) !== change.selected) {
      differs = true
      if (change.selected) selected.add(change.id)
      else selected.delete(change.id)
    }
  return differs ? [...selected] : before
}
