import type { ProblemDetails, WorkflowDraft } from '@fieldledger/contract'
import type { Graph } from '@fieldledger/workflow'
import { ApiProblem } from '../../api/api-problem.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import type { EditorStore } from '../draft/editor-store.ts'

export type Conflict = NonNullable<ProblemDetails['conflict']>

export type SaveState =
  | { state: 'saved' }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'failed'; message: string }
  | { state: 'conflict'; conflict: Conflict }

export interface Saved {
  graph: Graph
  revision: number
}

export interface Autosave {
  /** What the server holds, as far as we know: the base of a rebase. */
  base(): Saved
  /** Saves what is unsaved now; resolves when nothing is under way. */
  flush(): Promise<void>
  /** The server's draft is this one: after a conflict, or when somebody else saved and we had nothing unsaved. */
  rebase(saved: Saved): void
  unsaved(): boolean
  stop(): void
}

/** Saves the draft a moment after each change, one request at a time, with the revision it was made on. */
export function startAutosave(options: {
  store: EditorStore
  start: Saved
  save: (draft: Saved) => Promise<WorkflowDraft>
  delayMs: number
  onState: (state: SaveState) => void
  onSaved: (draft: WorkflowDraft) => void
}): Autosave {
  const { store, onState } = options
  let saved = options.start
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let conflicting = false

  const current = () => store.getState().history.graph
  const unsaved = () => current() !== saved.graph

  function schedule() {
    clearTimeout(timer)
    if (conflicting) return
    if (!unsaved()) {
      if (running === undefined) onState({ state: 'saved' })
      return
    }
    onState({ state: 'waiting' })
    timer = setTimeout(() => void flush(), options.delayMs)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    if (running !== undefined) return running.then(() => (unsaved() && !conflicting ? flush() : undefined))
    if (!unsaved() || conflicting) return Promise.resolve()
    running = send().finally(() => {
      running = undefined
    })
    return running
  }

  async function send() {
    const graph = current()
    onState({ state: 'saving' })
    try {
      const draft = await options.save({ graph, revision: saved.revision })
      saved = { graph, revision: draft.revision }
      options.onSaved(draft)
      onState({ state: 'saved' })
      if (unsaved()) schedule()
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409 && error.conflict !== undefined) {
        conflicting = true
        onState({ state: 'conflict', conflict: error.conflict })
      } else onState({ state: 'failed', message: sentenceOf(error) })
    }
  }

  const forget = store.subscribe((state, before) => {
    if (state.history.graph !== before.history.graph) schedule()
  })
  return {
    base: () => saved,
    flush,
    unsaved,
    rebase(next) {
      saved = next
      conflicting = false
      schedule()
    },
    stop() {
      forget()
      void flush()
    },
  }
}
