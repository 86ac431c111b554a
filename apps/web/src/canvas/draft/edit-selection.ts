import { notifications } from '@mantine/notifications'
import { deleteSteps } from '../commands/delete-steps.ts'
import { disconnectSteps } from '../commands/disconnect-steps.ts'
import { duplicateSteps } from '../commands/duplicate-steps.ts'
import { messages } from '../messages.ts'
import { hasEntrance } from '../surface/card-geometry.ts'
import type { EditorStore, Selection } from './editor-store.ts'

/** Deletes steps, or the selected edges when no step is selected. The trigger stays: a workflow must begin. */
export function deleteSelected(store: EditorStore, selection: Selection): void {
  const { history, run } = store.getState()
  const removable = selection.steps.filter((id) => {
    const step = history.graph.steps[id]
    return step !== undefined && hasEntrance(step)
  })
  if (removable.length > 0) run(deleteSteps(history.graph, removable))
  else if (selection.steps.length > 0)
    notifications.show({ message: messages.refusals.deleteTrigger, color: 'yellow' })
  else if (selection.edges.length > 0) run(disconnectSteps(history.graph, selection.edges))
}

export function duplicateSelected(store: EditorStore, ids: readonly string[]): void {
  const { history, run, select } = store.getState()
  const copied = ids.filter((id) => {
    const step = history.graph.steps[id]
    return step !== undefined && hasEntrance(step)
  })
  if (copied.length === 0) return
  const { command, copies } = duplicateSteps(history.graph, copied)
  run(command)
  select({ steps: copies })
}
