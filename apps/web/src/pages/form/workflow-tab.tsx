import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { messages } from './messages.ts'

const WorkflowEditor = lazy(async () => ({
  default: (await import('../../canvas/workflow-editor.tsx')).WorkflowEditor,
}))

export function WorkflowTab() {
  const { formId = '' } = useParams()
  return (
    <Suspense fallback={<Loader aria-label={messages.loadingEditor} />}>
      <WorkflowEditor formId={formId} />
    </Suspense>
  )
}
