import { notifications } from '@mantine/notifications'
import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { useEditorStore, useSurroundings } from '../draft/editor-context.ts'
import type { AddPlace } from '../draft/editor-store.ts'
import { placeStep } from '../draft/place-step.ts'
import { suggestPlace } from '../draft/suggest-place.ts'
import { newStepOf, type PaletteEntry } from './palette-entries.ts'

/** Places an entry, selects the new step and brings it into view. Every way of adding ends here. */
export function useAddEntry(): (entry: PaletteEntry, place?: AddPlace) => void {
  const store = useEditorStore()
  const { form } = useSurroundings()
  const { fitView, getViewport } = useReactFlow()
  return useCallback(
    (entry, place) => {
      const { history, selection, run, select, editable } = store.getState()
      if (!editable) return
      if (entry.blocked !== undefined) {
        notifications.show({ message: entry.blocked.reason, color: 'yellow' })
        return
      }
      const { graph } = history
      const names = Object.values(graph.steps).map(({ name }) => name)
      const placement = placeStep(graph, {
        step: newStepOf(entry, { form, names }),
        place: place ?? suggestPlace(graph, selection.steps),
      })
      if ('refused' in placement) {
        notifications.show({ message: placement.refused, color: 'yellow' })
        return
      }
      run(placement.command)
      select({ steps: [placement.stepId] })
      requestAnimationFrame(() => {
        if (isOutOfView(placement.stepId))
          void fitView({
            nodes: [{ id: placement.stepId }],
            duration: 250,
            maxZoom: getViewport().zoom,
            padding: 0.4,
          })
      })
    },
    [store, form, fitView, getViewport],
  )
}

function isOutOfView(stepId: string): boolean {
  const card = document.querySelector(`[data-step="${stepId}"]`)?.getBoundingClientRect()
  const canvas = document.querySelector('[data-canvas]')?.getBoundingClientRect()
  if (canvas === undefined) return false
  if (card === undefined) return true
  return (
    card.left < canvas.left ||
    card.top < canvas.top ||
    card.right > canvas.right ||
    card.bottom > canvas.bottom
  )
}
