import { vi } from 'vitest'

class QuietObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** What jsdom lacks and Mantine asks for. */
export function addBrowserParts(): void {
  vi.stubGlobal('ResizeObserver', QuietObserver)
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
    onchange: null,
  }))
  Element.prototype.scrollIntoView = () => undefined
}
