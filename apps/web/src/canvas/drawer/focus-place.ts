const focusable = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]'

/** Puts the focus where a problem is cured, else on the slider itself. */
export function focusPlace(panel: HTMLElement, place: string | undefined): void {
  const found =
    place === undefined ? null : panel.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
  if (found === null) {
    panel.focus({ preventScroll: true })
    return
  }
  const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(focusable) ?? found)
  found.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}
