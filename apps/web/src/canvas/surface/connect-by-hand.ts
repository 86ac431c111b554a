import { notifications } from '@mantine/notifications'
import type { FinalConnectionState } from '@xyflow/react'
import { connectSteps } from '../commands/connect-steps.ts'
import type { EditorStore } from '../draft/editor-store.ts'
import { refuseConnection } from '../draft/refuse-connection.ts'

/**
 * The end of a drag from an outlet: anywhere on a step connects to it, an illegal edge is refused with its
 * reason, and the empty canvas asks which step should stand there.
 */
export function connectByHand(
  store: EditorStore,
  end: { event: MouseEvent | TouchEvent; state: FinalConnectionState },
): void {
  const { fromHandle, fromNode, toNode } = end.state
  if (fromHandle === null || fromNode === null || !store.getState().editable) return
  const under = end.state.isValid === true ? toNode?.id : (stepUnder(pointOf(end.event)) ?? toNode?.id)
  const ends =
    fromHandle.type === 'source'
      ? { step: fromNode.id, outlet: fromHandle.id ?? '', to: under }
      : { step: under, outlet: end.state.toHandle?.id ?? '', to: fromNode.id }
  const { history, run, openAddMenu } = store.getState()
  if (ends.step === undefined) return
  const from = { step: ends.step, outlet: ends.outlet }
  if (ends.to === undefined) {
    openAddMenu({ at: 'outlet', from })
    return
  }
  const refusal = refuseConnection(history.graph, { from, to: ends.to })
  if (refusal === undefined) run(connectSteps(history.graph, { from, to: ends.to }))
  else notifications.show({ message: refusal, color: 'yellow' })
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}

function stepUnder({ x, y }: { x: number; y: number }): string | undefined {
  const element = document.elementFromPoint(x, y)
  return element?.closest<HTMLElement>('[data-step]')?.dataset.step
}
