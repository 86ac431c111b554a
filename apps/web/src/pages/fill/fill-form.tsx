import type { SubmitRequest, UnsentForm } from '@fieldledger/contract'
import type { FormContent } from '@fieldledger/forms'
import { PageHeader } from '@fieldledger/ui'
import { Button, Paper } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { isRefused } from '../../api/is-refused.ts'
import type { Draft } from '../../filling/drafts/draft.ts'
import { draftStore } from '../../filling/drafts/draft-store.ts'
import { useDraft } from '../../filling/drafts/use-draft.ts'
import { FilledForm } from '../../filling/filled-form.tsx'
import { tidyValues } from '../../filling/tidy-values.ts'
import { useValidator } from '../../filling/use-validator.ts'
import { Foreseen } from '../../preflight/foreseen.tsx'
import { useSignedIn } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import classes from './my-forms-page.module.css'
import { WhereFrom } from './where-from.tsx'

/** A new form: its draft lives on this device until the server has acknowledged it. */
export function FillForm({
  formId,
  version,
  content,
  from,
}: {
  formId: string
  version: number
  content: FormContent
  from?: { id: string; values: Record<string, unknown> } | undefined
}) {
  const me = useSignedIn()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const owner = { companyId: me.company.id, personId: me.id, timeZone: me.company.timeZone }
  const { draft, change, startAfresh } = useDraft({ formId, formVersion: version, content, owner, from })
  const [underWay, setUnderWay] = useState(false)
  const validate = useValidator(formId, version)
  if (draft === undefined) return null
  const submit = async (values: Record<string, unknown>) => {
    const request: SubmitRequest = {
      id: draft.id,
      formVersion: version,
      values,
      ...(draft.madeFrom === undefined ? {} : { madeFrom: draft.madeFrom }),
      proposedVendors: draft.proposedVendors.filter(({ id }) => JSON.stringify(values).includes(id)),
    }
    change({ state: 'sending', values })
    setUnderWay(true)
    try {
      await api.post(`/forms/${formId}/submissions`, request)
    } catch (error) {
      if (isRefused(error)) change({ state: 'draft' })
      throw error
    } finally {
      setUnderWay(false)
    }
    await draftStore.forget(draft.id)
    void queries.invalidateQueries({ queryKey: ['submissions'] })
    notifications.show({ message: messages.sent, color: 'teal' })
    navigate(`/submissions/${draft.id}`, { replace: true })
  }
  // Nothing is said to have failed before an answer could have come.
  const unanswered = draft.state === 'sending' && !underWay
  return (
    <div className={classes.sheet}>
      <PageHeader
        title={content.name}
        hint={content.description}
        above={<WhereFrom orderId={draft.madeFrom} />}
      >
        {draft.touched ? (
          <Button variant="subtle" color="gray" onClick={startAfresh}>
            {messages.afresh}
          </Button>
        ) : null}
      </PageHeader>
      <Paper p="md">
        <FilledForm
          key={draft.id}
          formId={formId}
          content={content}
          currency={me.company.currency}
          values={draft.values}
          proposedVendors={draft.proposedVendors}
          validate={validate}
          submitLabel={unanswered ? messages.again : messages.submit}
          note={unanswered ? messages.onlyHere : messages.numberFollows}
          onChange={(values) => change({ values })}
          onPropose={(proposedVendors) => change({ proposedVendors })}
          onSubmit={submit}
        >
          <Foreseen formId={formId} request={foreseenFrom(draft, version)} />
        </FilledForm>
      </Paper>
    </div>
  )
}

/** A vendor that is only proposed is the office's to settle anyway. */
function foreseenFrom(draft: Draft, formVersion: number): UnsentForm | undefined {
  const { id, touched, proposedVendors, madeFrom } = draft
  if (!touched || draft.state === 'sending' || proposedVendors.length > 0) return undefined
  return {
    id,
    formVersion,
    values: tidyValues(draft.values),
    ...(madeFrom === undefined ? {} : { madeFrom }),
  }
}
