import type { FormView, ProblemDetails } from '@fieldledger/contract'
import type { FormContent } from '@fieldledger/forms'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../api/api.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { sentenceOf } from '../../api/sentence-of.ts'

const pauseMs = 600

export interface FormDraft {
  content: FormContent
  state: 'saved' | 'saving' | 'failed'
  failure: string | undefined
  conflict: ProblemDetails['conflict']
  change: (content: FormContent) => void
  /** Saves what is pending now; resolves with the revision that the server has. */
  flush: () => Promise<number | undefined>
  takeTheirs: () => void
  keepMine: () => void
}

/** The editable form: saved by itself a moment after the last change, with the revision it was based on. */
export function useFormDraft(form: FormView): FormDraft {
  const queries = useQueryClient()
  const [content, setContent] = useState(form.draft)
  const [state, setState] = useState<FormDraft['state']>('saved')
  const [failure, setFailure] = useState<string>()
  const [conflict, setConflict] = useState<FormDraft['conflict']>()
  const revision = useRef(form.revision)
  const pending = useRef<FormContent>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef<Promise<void>>(Promise.resolve())

  const save = useCallback(async () => {
    const next = pending.current
    if (next === undefined) return
    pending.current = undefined
    try {
      const answer = await api.put<FormView>(`/forms/${form.id}`, {
        content: next,
        revision: revision.current,
      })
      revision.current = answer.revision
      queries.setQueryData(['forms', form.id], answer)
      setFailure(undefined)
      setState(pending.current === undefined ? 'saved' : 'saving')
    } catch (error) {
      pending.current ??= next
      setState('failed')
      setFailure(sentenceOf(error))
      if (error instanceof ApiProblem && error.status === 409) setConflict(error.conflict)
    }
  }, [form.id, queries])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    sending.current = sending.current.then(save)
    await sending.current
    return pending.current === undefined ? revision.current : undefined
  }, [save])

  const change = useCallback(
    (next: FormContent) => {
      setContent(next)
      pending.current = next
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), pauseMs)
    },
    [flush],
  )

  useEffect(() => () => void flush(), [flush])

  // Changed elsewhere (the editor converts a field), with nothing of ours under way.
  useEffect(() => {
    if (pending.current !== undefined || form.revision <= revision.current) return
    revision.current = form.revision
    setContent(form.draft)
  }, [form])

  const takeTheirs = () => {
    pending.current = undefined
    void api.get<FormView>(`/forms/${form.id}`).then((theirs) => {
      revision.current = theirs.revision
      setContent(theirs.draft)
      setConflict(undefined)
      setFailure(undefined)
      setState('saved')
    })
  }
  const keepMine = () => {
    revision.current = conflict?.revision ?? revision.current
    setConflict(undefined)
    void flush()
  }
  return { content, state, failure, conflict, change, flush, takeTheirs, keepMine }
}
