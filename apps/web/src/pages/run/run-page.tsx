import type { RunWalk } from '@fieldledger/contract'
import { LoadState, PageHeader, StatusBadge } from '@fieldledger/ui'
import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { readEditorContext, readProviders } from '../../canvas/api/editor-api.ts'
import { WayBack } from '../../lists/way-back.tsx'
import { runState } from '../../status/run-states.ts'
import { messages } from './messages.ts'
import { RunRoom } from './run-room.tsx'

/** One run, drawn on its own version of the workflow and moving by itself. */
export function RunPage() {
  const { runId = '' } = useParams()
  // Under "submissions": every checkpoint of a run hints at its form.
  const walk = useQuery({
    queryKey: ['submissions', 'runs', runId],
    queryFn: ({ signal }) => api.get<RunWalk>(`/runs/${runId}/walk`, signal),
  })
  return (
    <LoadState
      query={walk}
      retryLabel={messages.retry}
      wayBack={<WayBack to="/runs" label={messages.back} />}
    >
      {(run) => <RunParts key={run.id} run={run} />}
    </LoadState>
  )
}

function RunParts({ run }: { run: RunWalk }) {
  const { formId } = run
  const context = useQuery({
    queryKey: ['connections', 'editor-context', formId],
    queryFn: () => readEditorContext(formId),
  })
  const providers = useQuery({ queryKey: ['providers', 'editor'], queryFn: readProviders, staleTime: 60_000 })
  const surroundings =
    context.data && providers.data
      ? { formId, workflowId: formId, form: run.content, ...context.data, providers: providers.data.rows }
      : undefined
  const error = context.error ?? providers.error
  const refetch = () => Promise.all([context.refetch(), providers.refetch()])
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to="/runs">
            {messages.back}
          </Anchor>
        }
        title={`${run.number ?? messages.numberFollows} · ${run.formName}`}
        hint={run.message ?? messages.version(run.workflowVersion)}
      >
        <StatusBadge {...runState(run.state)} />
        <Button component={Link} to={`/submissions/${run.submissionId}?tab=run`} variant="default">
          {messages.manage}
        </Button>
        <Button component={Link} to={`/submissions/${run.submissionId}`} variant="default">
          {messages.openForm}
        </Button>
      </PageHeader>
      <LoadState query={{ data: surroundings, error, refetch }} retryLabel={messages.retry}>
        {(around) => <RunRoom run={run} surroundings={around} />}
      </LoadState>
    </>
  )
}
