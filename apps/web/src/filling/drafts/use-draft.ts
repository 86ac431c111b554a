import type { FormContent } from '@fieldledger/forms'
import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { initialValues } from '../initial-values.ts'
import type { Draft } from './draft.ts'
import { draftStore } from './draft-store.ts'

export interface DraftOwner {
  companyId: string
  personId: string
  timeZone: string
}

export interface DraftOptions {
  formId: string
  formVersion: number
  content: FormContent
  owner: DraftOwner
  /** An order, and what is taken over from it. */
  from?: { id: string; values: Record<string, unknown> } | undefined
}

/** The draft of a form on this device: found again after a killed tab, saved with every change. */
export function useDraft(options: DraftOptions) {
  const [draft, show] = useState<Draft>()
  const current = useRef<Draft>(undefined)
  const latest = useRef(options)
  latest.current = options
  const { formId } = options
  const setDraft = useCallback((next: Draft) => {
    current.current = next
    show(next)
  }, [])
  useEffect(() => {
    let gone = false
    void draftStore.list(latest.current.owner).then((drafts) => {
      const kept = drafts.find((one) => one.formId === formId && one.madeFrom === latest.current.from?.id)
      if (!gone) setDraft(kept ?? freshDraft(latest.current))
    })
    return () => {
      gone = true
    }
  }, [formId, setDraft])
  const change = useCallback(
    (part: Partial<Draft>) => {
      if (current.current === undefined) return
      const after = { ...current.current, ...part, touched: true, updatedAt: new Date().toISOString() }
      void draftStore.save(after)
      setDraft(after)
    },
    [setDraft],
  )
  const startAfresh = useCallback(() => {
    if (current.current !== undefined) void draftStore.forget(current.current.id)
    setDraft(freshDraft(latest.current))
  }, [setDraft])
  return { draft, change, startAfresh }
}

function freshDraft(options: DraftOptions): Draft {
  const { owner, content, from } = options
  return {
    id: uuidv7(),
    companyId: owner.companyId,
    personId: owner.personId,
    formId: options.formId,
    formName: content.name,
    formVersion: options.formVersion,
    ...(from === undefined ? {} : { madeFrom: from.id }),
    values: { ...initialValues(content, owner.timeZone), ...from?.values },
    proposedVendors: [],
    state: 'draft',
    touched: false,
    updatedAt: new Date().toISOString(),
  }
}
