/** What Mantine asks of a browser and jsdom does not have. */
export function fillBrowserGaps(): void {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver
  Element.prototype.scrollIntoView ??= () => undefined
  if (document.fonts === undefined)
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
}
