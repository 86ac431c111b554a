import type { Problem } from '@fieldledger/workflow'

/** What keeps a workflow from being published; the drawer shows it beside the input at `place`, else above them all. */
export function problemAt(place: string | undefined, told: { code: string; message: string }): Problem {
  return { ...told, severity: 'error', ...(place === undefined ? {} : { place }) }
}
