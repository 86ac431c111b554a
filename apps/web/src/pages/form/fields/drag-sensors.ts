import {
  KeyboardSensor,
  PointerSensor,
  type PointerSensorProps,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import type { PointerEvent as ReactPointerEvent, TouchEvent as ReactTouchEvent } from 'react'

/** Set on what a finger must hold for a moment before it comes along, because a quick move there scrolls the page. */
export const heldByTouch = { 'data-held-by-touch': true }

function isHeld(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-held-by-touch]') !== null
}

const frames = 3

/** The page draws and measures that a drag began; what ends before that would be lost. */
function afterDrawing(end: () => void): () => void {
  const wait = (left: number) => {
    if (left === 0) end()
    else requestAnimationFrame(() => setTimeout(() => wait(left - 1)))
  }
  return () => wait(frames)
}

/** A flick is one move, which only begins the drag: where the pointer was let go is told as a second one. */
function letGoAt(props: PointerSensorProps): () => void {
  let place = { x: 0, y: 0 }
  const remember = ({ clientX: x, clientY: y }: PointerEvent) => {
    place = { x, y }
  }
  window.addEventListener('pointerup', remember, { capture: true, once: true })
  const end = afterDrawing(props.onEnd)
  return () => {
    props.onMove(place)
    end()
  }
}

/** Mouse, pen, and a finger on a grip: moving is dragging. */
class GripSensor extends PointerSensor {
  constructor(props: PointerSensorProps) {
    super({ ...props, onEnd: letGoAt(props) })
  }

  static override activators: typeof PointerSensor.activators = [
    {
      eventName: 'onPointerDown',
      handler: ({ nativeEvent }: ReactPointerEvent) =>
        nativeEvent.isPrimary &&
        nativeEvent.button === 0 &&
        !(nativeEvent.pointerType === 'touch' && isHeld(nativeEvent.target)),
    },
  ]
}

class HeldSensor extends TouchSensor {
  constructor(props: ConstructorParameters<typeof TouchSensor>[0]) {
    super({ ...props, onEnd: afterDrawing(props.onEnd) })
  }

  static override activators: typeof TouchSensor.activators = [
    {
      eventName: 'onTouchStart',
      handler: ({ nativeEvent }: ReactTouchEvent) =>
        nativeEvent.touches.length === 1 && isHeld(nativeEvent.target),
    },
  ]
}

export function useDragSensors() {
  return useSensors(
    useSensor(GripSensor, { activationConstraint: { distance: 4 } }),
    useSensor(HeldSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
}
