import { type FitViewOptions, type ReactFlowState, useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'

/** A phone that is turned gives the canvas another shape: what was in sight would lie half outside of it. */
export function useRefitOnTurn(options: FitViewOptions): void {
  const { fitView } = useReactFlow()
  const shape = useStore(shapeOf)
  const before = useRef(shape)
  useEffect(() => {
    const turned = before.current !== 'none' && before.current !== shape
    before.current = shape
    if (turned) void fitView(options)
  }, [shape, fitView, options])
}

function shapeOf({ width, height }: ReactFlowState): 'none' | 'wide' | 'tall' {
  if (width === 0 || height === 0) return 'none'
  return width > height ? 'wide' : 'tall'
}
