import type { PortalPage, PortalSubmitRequest } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { isRefused } from '../../api/is-refused.ts'
import { draftStore } from '../../filling/drafts/draft-store.ts'
import { useDraft } from '../../filling/drafts/use-draft.ts'
import { FilledForm } from '../../filling/filled-form.tsx'
import { messages } from './messages.ts'

/** The form as everybody fills it in; its draft lives on the supplier's device until it has arrived. */
export function PortalForm(props: {
  token: string
  page: PortalPage
  form: PortalPage['forms'][number]
  onSent: (sentence: string) => void
}) {
  const { token, page, form } = props
  const { id: formId, version, content } = form
  const queries = useQueryClient()
  // A part of the link tells drafts apart, and opens nothing.
  const owner = { companyId: 'portal', personId: token.slice(0, 12), timeZone: page.timeZone }
  const { draft, change } = useDraft({ formId, formVersion: version, content, owner })
  if (draft === undefined) return null
  const submit = async (values: Record<string, unknown>) => {
    const request: PortalSubmitRequest = { id: draft.id, formVersion: version, values }
    change({ state: 'sending', values })
    try {
      const sent = await api.post<PortalPage['sent'][number]>(
        `/portal/${token}/forms/${formId}/submissions`,
        request,
      )
      await draftStore.forget(draft.id)
      void queries.invalidateQueries({ queryKey: ['portal', token] })
      props.onSent(messages.sent(sent.formName, sent.number ?? ''))
    } catch (error) {
      if (isRefused(error)) change({ state: 'draft' })
      throw error
    }
  }
  return (
    <Panel title={content.name}>
      <FilledForm
        key={draft.id}
        formId={formId}
        content={content}
        currency={page.currency}
        values={draft.values}
        proposedVendors={[]}
        validate={undefined}
        guest={{ filesPath: `/portal/${token}/files` }}
        submitLabel={draft.state === 'sending' ? messages.again : messages.submit}
        note={draft.state === 'sending' ? messages.onlyHere : messages.numberFollows}
        onChange={(values) => change({ values })}
        onPropose={() => undefined}
        onSubmit={submit}
      />
    </Panel>
  )
}
