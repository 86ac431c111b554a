import { EmptyState, LoadState } from '@fieldledger/ui'
import { IconForms } from '@tabler/icons-react'
import { useParams } from 'react-router'
import { useForm } from '../../data/use-form.ts'
import { FillForm } from './fill-form.tsx'
import { messages } from './messages.ts'

export function FillPage() {
  const { formId = '' } = useParams()
  const form = useForm(formId)
  return (
    <LoadState query={form} retryLabel={messages.retry}>
      {({ published, publishedVersion }) =>
        published === null || publishedVersion === null ? (
          <EmptyState
            icon={<IconForms size={24} />}
            title={messages.notPublishedTitle}
            hint={messages.notPublishedHint}
          />
        ) : (
          <FillForm key={formId} formId={formId} version={publishedVersion} content={published} />
        )
      }
    </LoadState>
  )
}
