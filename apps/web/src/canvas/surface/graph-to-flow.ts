import { stepDefinition } from '@fieldledger/steps'
import type { Graph, Edge as GraphEdge, Step } from '@fieldledger/workflow'
import { type Edge, MarkerType, type Node, Position } from '@xyflow/react'
import type { Point, Positions } from '../commands/with-positions.ts'
import { cardWidth, hasEntrance, heightOf, outletsOf } from './card-geometry.ts'

export type StepNode = Node<Record<string, never>, 'step'>
export type OutletEdge = Edge<Record<string, never>, 'outlet'>

export const handleSize = 14

interface Shown<Source, Derived> {
  source: Source
  position: Point
  selected: boolean
  derived: Derived
}

/** React Flow's nodes and edges, derived from the draft; whatever did not change keeps its identity. */
export function createFlowDerivation() {
  const nodes = new Map<string, Shown<Step, StepNode>>()
  const edges = new Map<string, Shown<GraphEdge, OutletEdge>>()
  const nowhere = { x: 0, y: 0 }
  return {
    nodes(view: {
      graph: Graph
      positions: Positions
      selected: readonly string[]
      draggable: boolean
    }): StepNode[] {
      const selected = new Set(view.selected)
      return Object.entries(view.graph.steps).map(([id, step]) => {
        const position = view.positions[id] ?? nowhere
        const known = nodes.get(id)
        const isSelected = selected.has(id)
        if (
          known?.source === step &&
          known.selected === isSelected &&
          known.position.x === position.x &&
          known.position.y === position.y
        )
          return known.derived
        const derived = stepNode(step, { id, position, selected: isSelected })
        nodes.set(id, { source: step, position, selected: isSelected, derived })
        return derived
      })
    },
    edges(view: { graph: Graph; selected: readonly string[] }): OutletEdge[] {
      const selected = new Set(view.selected)
      return view.graph.edges.map((edge) => {
        const known = edges.get(edge.id)
        const isSelected = selected.has(edge.id)
        if (known?.source === edge && known.selected === isSelected) return known.derived
        const derived = outletEdge(edge, isSelected)
        edges.set(edge.id, { source: edge, position: nowhere, selected: isSelected, derived })
        return derived
      })
    },
  }
}

function stepNode(step: Step, at: { id: string; position: Point; selected: boolean }): StepNode {
  const height = heightOf(step)
  const size = { width: handleSize, height: handleSize }
  const entrance = {
    type: 'target' as const,
    position: Position.Top,
    x: (cardWidth - handleSize) / 2,
    y: 0,
    ...size,
  }
  return {
    id: at.id,
    type: 'step',
    data: {},
    position: at.position,
    selected: at.selected,
    width: cardWidth,
    height,
    measured: { width: cardWidth, height },
    ariaLabel: `${step.name}, ${stepDefinition(step.kind)?.title ?? step.kind}`,
    handles: [
      ...(hasEntrance(step) ? [entrance] : []),
      ...outletsOf(step).map((outlet) => ({
        id: outlet.id,
        type: 'source' as const,
        position: Position.Bottom,
        x: outlet.x - handleSize / 2,
        y: height - handleSize,
        ...size,
      })),
    ],
  }
}

function outletEdge(edge: GraphEdge, selected: boolean): OutletEdge {
  return {
    id: edge.id,
    type: 'outlet',
    source: edge.from.step,
    sourceHandle: edge.from.outlet,
    target: edge.to,
    selected,
    data: {},
    interactionWidth: 24,
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--canvas-line)' },
  }
}
