import { useReactFlow } from '@xyflow/react'
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react'
import { type DropSlot, dropSlots, nearestSlot } from '../draft/drop-slots.ts'
import { useEditorStore } from '../draft/editor-context.ts'
import { ghostOffset, paletteDragStore } from './palette-drag.ts'
import type { PaletteEntry } from './palette-entries.ts'
import { useAddEntry } from './use-add-entry.ts'

const threshold = 6
const reach = 64

/** Pointer events, so that mouse, pen and touch are one thing; Escape lets go without placing. */
export function useDragFromPalette(entry: PaletteEntry) {
  const store = useEditorStore()
  const add = useAddEntry()
  const { screenToFlowPosition, getZoom } = useReactFlow()
  const release = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => release.current?.(), [])

  return useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      if (down.button !== 0 || !store.getState().editable) return
      const start = { x: down.clientX, y: down.clientY }
      const target = down.currentTarget
      let slots: DropSlot[] | undefined

      function move(event: PointerEvent) {
        if (slots === undefined) {
          if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < threshold) return
          slots = dropSlots(store.getState().history.graph)
          target.setPointerCapture?.(event.pointerId)
        }
        event.preventDefault()
        const overCanvas = isOverCanvas(event)
        const point = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
        const slot = overCanvas ? nearestSlot(slots, { point, reach: reach / getZoom() }) : undefined
        paletteDragStore.setState({ drag: { entry, x: event.clientX, y: event.clientY, slot, overCanvas } })
      }
      function up(event: PointerEvent) {
        const { drag } = paletteDragStore.getState()
        stop()
        if (drag === undefined) return
        swallowClick(target)
        if (!drag.overCanvas) return
        const position = screenToFlowPosition(
          { x: event.clientX + ghostOffset.x, y: event.clientY + ghostOffset.y },
          { snapToGrid: false },
        )
        add(entry, drag.slot?.place ?? { at: 'canvas', position })
      }
      function letGo(event: KeyboardEvent) {
        if (event.key === 'Escape') stop()
      }
      function stop() {
        paletteDragStore.setState({ drag: undefined })
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', up)
        window.removeEventListener('pointercancel', stop)
        window.removeEventListener('keydown', letGo)
        release.current = undefined
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', up)
      window.addEventListener('pointercancel', stop)
      window.addEventListener('keydown', letGo)
      release.current = stop
    },
    [store, add, entry, screenToFlowPosition, getZoom],
  )
}

function isOverCanvas({ clientX, clientY }: PointerEvent): boolean {
  const canvas = document.querySelector('[data-canvas]')?.getBoundingClientRect()
  if (canvas === undefined) return false
  return clientX > canvas.left && clientX < canvas.right && clientY > canvas.top && clientY < canvas.bottom
}

/** The browser sends a click after the drag; it must not place the step a second time. */
function swallowClick(target: HTMLElement): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  target.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => target.removeEventListener('click', swallow, { capture: true }), 0)
}
