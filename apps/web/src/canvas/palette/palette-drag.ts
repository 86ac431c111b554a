import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DropSlot } from '../draft/drop-slots.ts'
import type { PaletteEntry } from './palette-entries.ts'

export interface PaletteDrag {
  entry: PaletteEntry
  /** On the screen, for the ghost. */
  x: number
  y: number
  slot: DropSlot | undefined
  overCanvas: boolean
}

/** The ghost hangs beside the pointer, so that the slot beneath stays visible; the step lands where it hangs. */
export const ghostOffset = { x: 14, y: 10 }

/** What is being dragged out of the palette just now: apart from the draft, because it changes at every move. */
export const paletteDragStore = createStore<{ drag: PaletteDrag | undefined }>()(() => ({ drag: undefined }))

export function usePaletteDrag<Selected>(
  select: (state: { drag: PaletteDrag | undefined }) => Selected,
): Selected {
  return useStore(paletteDragStore, select)
}
