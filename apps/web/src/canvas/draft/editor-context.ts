import type { FormContent } from '@fieldledger/forms'
import type { ConnectionSummary, FormChoice, NamedSecret, StaffMember } from '@fieldledger/workflow'
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { EditorState, EditorStore } from './editor-store.ts'

/** A ledger product that the company could connect; learned from the API. */
export interface ProviderChoice {
  id: string
  label: string
  logoUrl: string
}

/** What surrounds the draft: the form, the connections, the names of secrets. */
export interface EditorSurroundings {
  formId: string
  workflowId: string
  form: FormContent
  connections: readonly ConnectionSummary[]
  providers: readonly ProviderChoice[]
  secrets: readonly NamedSecret[]
  /** Names of those who submit forms and have no supervisor. */
  unsupervised: readonly string[]
  staff: readonly StaffMember[]
  nextForms: readonly FormChoice[]
}

export const EditorStoreContext = createContext<EditorStore | undefined>(undefined)
export const SurroundingsContext = createContext<EditorSurroundings | undefined>(undefined)

export class OutsideEditor extends Error {
  readonly code = 'outside-editor'
  readonly retryable = false
  constructor() {
    super('This part of the editor was shown outside the editor: reload the page.')
  }
}

export function useEditorStore(): EditorStore {
  const store = useContext(EditorStoreContext)
  if (store === undefined) throw new OutsideEditor()
  return store
}

export function useEditor<Selected>(select: (state: EditorState) => Selected): Selected {
  return useStore(useEditorStore(), select)
}

export function useSurroundings(): EditorSurroundings {
  const surroundings = useContext(SurroundingsContext)
  if (surroundings === undefined) throw new OutsideEditor()
  return surroundings
}
