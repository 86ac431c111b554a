import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect } from 'react'
import { useEditor, useEditorStore } from '../draft/editor-context.ts'
import { drawerWidth } from '../drawer/drawer-width.ts'
import { cardHeight, cardWidth } from './card-geometry.ts'
import { positionsOf } from './positions-of.ts'

const margin = 48

/** Pans just as far as a step needs to stand free of the slider and of the edges of the canvas. */
export function useReveal(): (stepId: string) => void {
  const store = useEditorStore()
  const { getViewport, setViewport } = useReactFlow()
  return useCallback(
    (stepId) => {
      const { history, configuring } = store.getState()
      const canvas = document.querySelector<HTMLElement>('[data-canvas]')
      const at = positionsOf(history.graph)[stepId]
      if (canvas === null || at === undefined) return
      const { x, y, zoom } = getViewport()
      const covered = configuring === undefined ? 0 : drawerWidth(canvas.clientWidth)
      const shift = {
        x: intoRange(at.x * zoom + x, { size: cardWidth * zoom, room: canvas.clientWidth - covered }),
        y: intoRange(at.y * zoom + y, { size: cardHeight * zoom, room: canvas.clientHeight }),
      }
      if (shift.x !== 0 || shift.y !== 0)
        void setViewport({ x: x + shift.x, y: y + shift.y, zoom }, { duration: 220 })
    },
    [store, getViewport, setViewport],
  )
}

/** The step whose slider opens is always in sight. */
export function useRevealConfigured(): void {
  const configuring = useEditor((state) => state.configuring)
  const reveal = useReveal()
  useEffect(() => {
    if (configuring !== undefined) reveal(configuring.stepId)
  }, [configuring, reveal])
}

function intoRange(start: number, { size, room }: { size: number; room: number }): number {
  if (size + 2 * margin > room) return 0
  if (start < margin) return margin - start
  return Math.min(0, room - margin - (start + size))
}
