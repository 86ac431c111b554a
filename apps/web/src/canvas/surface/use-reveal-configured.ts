import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { useEditor, useEditorStore } from '../draft/editor-context.ts'
import { drawerWidth } from '../drawer/drawer-width.ts'
import { cardHeight, cardWidth } from './card-geometry.ts'
import { positionsOf } from './positions-of.ts'

const margin = 48

/** Pans just as far as the configured step needs to stand free of the slider and the edges of the canvas. */
export function useRevealConfigured(): void {
  const store = useEditorStore()
  const configuring = useEditor((state) => state.configuring)
  const { getViewport, setViewport } = useReactFlow()
  useEffect(() => {
    if (configuring === undefined) return
    const canvas = document.querySelector<HTMLElement>('[data-canvas]')
    const at = positionsOf(store.getState().history.graph)[configuring.stepId]
    if (canvas === null || at === undefined) return
    const { x, y, zoom } = getViewport()
    const left = at.x * zoom + x
    const top = at.y * zoom + y
    const free = { width: canvas.clientWidth - drawerWidth(canvas.clientWidth), height: canvas.clientHeight }
    const shift = {
      x: intoRange(left, { size: cardWidth * zoom, room: free.width }),
      y: intoRange(top, { size: cardHeight * zoom, room: free.height }),
    }
    if (shift.x !== 0 || shift.y !== 0)
      void setViewport({ x: x + shift.x, y: y + shift.y, zoom }, { duration: 220 })
  }, [configuring, store, getViewport, setViewport])
}

function intoRange(start: number, { size, room }: { size: number; room: number }): number {
  if (size + 2 * margin > room) return 0
  if (start < margin) return margin - start
  return Math.min(0, room - margin - (start + size))
}
