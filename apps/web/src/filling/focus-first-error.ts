/** Brings the first refused field into view and puts the cursor there. */
export function focusFirstError(form: HTMLElement): void {
  const refused = form.querySelector<HTMLElement>('[data-refused="true"]')
  if (refused === null) return
  refused.scrollIntoView({ block: 'center', behavior: 'smooth' })
  refused.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true })
}
