import { type RefObject, useLayoutEffect } from 'react'

/** Tells the editor's style how far down the page it begins, so that it fills the rest of the window. */
export function useRoomBelow(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const editor = element.current
    if (editor === null) return
    const measure = () => {
      const top = Math.round(editor.getBoundingClientRect().top + window.scrollY)
      editor.style.setProperty('--canvas-top', `${top}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
}
