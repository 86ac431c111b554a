import type { SubmissionLinks } from '@fieldledger/contract'
import { EmptyState, LoadState } from '@fieldledger/ui'
import { IconForms } from '@tabler/icons-react'
import { useParams, useSearchParams } from 'react-router'
import { useForm } from '../../data/use-form.ts'
import { useLinks } from '../../data/use-links.ts'
import { FillForm } from './fill-form.tsx'
import { messages } from './messages.ts'

export function FillPage() {
  const { formId = '' } = useParams()
  const [search] = useSearchParams()
  const from = search.get('from') ?? undefined
  const form = useForm(formId)
  const links = useLinks(from)
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
          <LoadState query={from === undefined ? nothing : links} retryLabel={messages.retry}>
            {(loaded) => (
              <FillForm
                key={`${formId} ${from}`}
                formId={formId}
                version={publishedVersion}
                content={published}
                from={takenOver(loaded, { formId, from })}
              />
            )}
          </LoadState>
        )
      }
    </LoadState>
  )
}

const nothing = { data: null, error: null, refetch: () => undefined }

function takenOver(
  links: SubmissionLinks | null,
  { formId, from }: { formId: string; from: string | undefined },
) {
  if (from === undefined || links === null) return undefined
  return { id: from, values: links.next.find((one) => one.formId === formId)?.values ?? {} }
}
