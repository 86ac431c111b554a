import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useEditorStore, useSurroundings } from '../draft/editor-context.ts'
import type { AddPlace } from '../draft/editor-store.ts'
import { placeStep } from '../draft/place-step.ts'
import { suggestPlace } from '../draft/suggest-place.ts'
import { useReveal } from '../surface/use-reveal.ts'
import { newStepOf, type PaletteEntry } from './palette-entries.ts'

/** Places an entry, selects the new step and brings it into view. Every way of adding ends here. */
export function useAddEntry(): (entry: PaletteEntry, place?: AddPlace) => void {
  const store = useEditorStore()
  const { form } = useSurroundings()
  const reveal = useReveal()
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
      requestAnimationFrame(() => reveal(placement.stepId))
    },
    [store, form, reveal],
  )
}
