import { useEffect } from 'react'
import { moveSteps } from '../commands/move-steps.ts'
import { deleteSelected, duplicateSelected } from '../draft/edit-selection.ts'
import { useEditorStore } from '../draft/editor-context.ts'
import type { EditorStore } from '../draft/editor-store.ts'
import { suggestPlace } from '../draft/suggest-place.ts'
import { grid } from '../surface/card-geometry.ts'
import { positionsOf } from '../surface/positions-of.ts'
import { type Direction, neighbourOf } from './neighbour-of.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const strides: Record<Direction, [number, number]> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
}

/** Keys of the whole editor. Inside text fields and dialogs they keep their usual meaning. */
export function useEditorKeys(): void {
  const store = useEditorStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return
      if (press(store, event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store])
}

function press(store: EditorStore, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return pressWithControl(store, event)
  const { selection, configure, configuring, openAddMenu, history, editable, select } = store.getState()
  const [selected] = selection.steps
  if (event.key === 'Escape') {
    if (configuring !== undefined) configure(undefined)
    else select({})
    return true
  }
  if (isInSlider(event.target)) return false
  if (event.key.toLowerCase() === 'a' && editable) {
    openAddMenu(suggestPlace(history.graph, selection.steps))
    return true
  }
  if ((event.key === 'Delete' || event.key === 'Backspace') && editable) {
    deleteSelected(store, selection)
    return true
  }
  const meant = focusedStep(event.target) ?? selected
  if (event.key === 'Enter' && meant !== undefined && !isControl(event.target)) {
    configure(meant)
    return true
  }
  const direction = directions[event.key]
  if (direction === undefined) return false
  if (event.altKey) nudge(store, { direction, far: event.shiftKey })
  else walk(store, direction)
  return true
}

function pressWithControl(store: EditorStore, event: KeyboardEvent): boolean {
  const { undo, redo, selection, select, history, editable } = store.getState()
  const key = event.key.toLowerCase()
  if (!editable) return false
  if (key === 'z') {
    if (event.shiftKey) redo()
    else undo()
  } else if (key === 'y') redo()
  else if (key === 'd') duplicateSelected(store, selection.steps)
  else if (key === 'a' && !isInSlider(event.target)) select({ steps: Object.keys(history.graph.steps) })
  else return false
  return true
}

/** Tab moves the focus alone: the selection may still be on another step. */
function focusedStep(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined
  return target.closest<HTMLElement>('.react-flow__node')?.dataset.id
}

/** Selects the next step in that direction, and gives it the focus. */
function walk(store: EditorStore, direction: Direction): void {
  const { selection, history, select } = store.getState()
  const next = neighbourOf(positionsOf(history.graph), { from: selection.steps[0], direction })
  if (next === undefined) return
  select({ steps: [next] })
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${next}"]`)?.focus({ preventScroll: true })
}

function nudge(store: EditorStore, { direction, far }: { direction: Direction; far: boolean }): void {
  const { selection, history, run } = store.getState()
  if (selection.steps.length === 0) return
  const [x, y] = strides[direction]
  const stride = far ? grid * 8 : grid
  const positions = positionsOf(history.graph)
  const moved = selection.steps.flatMap((id) => {
    const at = positions[id]
    return at === undefined ? [] : [[id, { x: at.x + x * stride, y: at.y + y * stride }] as const]
  })
  run(moveSteps(history.graph, Object.fromEntries(moved)))
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement &&
        !target.readOnly &&
        !['checkbox', 'radio', 'button'].includes(target.type)))
  )
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[aria-modal="true"], [role="menu"], [role="listbox"]') !== null
  )
}

function isInSlider(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-slider]') !== null
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role="button"]') !== null
}
