import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { messages } from './messages.ts'

const WorkflowEditor = lazy(async () => ({
  default: (await import('../../canvas/workflow-editor.tsx')).WorkflowEditor,
}))

export function WorkflowTab() {
  const { formId = '' } = useParams()
  const [search] = useSearchParams()
  const workflowId = search.get('workflow') ?? formId
  return (
    <Suspense fallback={<Loader aria-label={messages.loadingEditor} />}>
      <WorkflowEditor key={workflowId} formId={formId} workflowId={workflowId} />
    </Suspense>
  )
}
