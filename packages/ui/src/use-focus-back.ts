import { useLayoutEffect } from 'react'

/**
 * What had the focus before something was opened has it again once that is gone, also where it was not closed but taken
 * away with everything in it: the keyboard goes on where it was.
 */
export function useFocusBack(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return
    const before = document.activeElement
    return () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    }
  }, [opened])
}
