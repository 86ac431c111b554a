/** GET /runs/:id */
export interface RunView {
  id: string
  state: string
  steps?: {
    stepId: string
    visit: number
    kind?: string
    name?: string
    outlet?: string | null
    at?: string | null
  }[]
}
