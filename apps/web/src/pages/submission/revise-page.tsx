import type { ReviseRequest, SubmissionView } from '@fieldledger/contract'
import type { ProposedVendor } from '@fieldledger/forms'
import { LoadState, PageHeader } from '@fieldledger/ui'
import { Anchor, Paper } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { useSubmission } from '../../data/use-submission.ts'
import { FilledForm } from '../../filling/filled-form.tsx'
import { useValidator } from '../../filling/use-validator.ts'
import { messages } from './messages.ts'

export function RevisePage() {
  const { submissionId = '' } = useParams()
  const submission = useSubmission(submissionId)
  return (
    <LoadState query={submission} retryLabel={messages.retry}>
      {(view) => <ReviseForm key={view.id} submission={view} />}
    </LoadState>
  )
}

/** The same form, filled as it stands; it becomes the next revision of the same number. */
function ReviseForm({ submission }: { submission: SubmissionView }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [base] = useState(submission)
  const [values, setValues] = useState<Record<string, unknown>>(base.values)
  const [proposedVendors, setProposed] = useState<ProposedVendor[]>([])
  const validate = useValidator(base.formId, base.formVersion)
  const isDraft = base.status === 'draft'
  const submit = async (tidy: Record<string, unknown>) => {
    const request: ReviseRequest = { revision: base.revision, values: tidy, proposedVendors }
    await api.post(`/submissions/${base.id}/revise`, request)
    await queries.invalidateQueries({ queryKey: ['submissions'] })
    notifications.show({ message: isDraft ? messages.draft.submitted : messages.revised, color: 'teal' })
    navigate(`/submissions/${base.id}`, { replace: true })
  }
  return (
    <div style={{ maxWidth: 860, margin: '0 auto' }}>
      <PageHeader
        above={
          <Anchor component={Link} to={`/submissions/${base.id}`}>
            {base.number ?? messages.numberFollows}
          </Anchor>
        }
        title={
          isDraft ? messages.draft.title(base.formName) : messages.reviseTitle(base.number ?? base.formName)
        }
        hint={isDraft ? messages.draft.hint : messages.reviseHint}
      />
      <Paper p="md">
        <FilledForm
          formId={base.formId}
          content={base.content}
          currency={base.total.currency}
          values={values}
          revised={base.id}
          proposedVendors={proposedVendors}
          validate={validate}
          submitLabel={isDraft ? messages.draft.submit : messages.reviseSubmit}
          note={isDraft ? messages.draft.note : messages.reviseNote}
          onChange={setValues}
          onPropose={setProposed}
          onSubmit={submit}
        />
      </Paper>
    </div>
  )
}
