import type { SubmissionLinks } from '@fieldledger/contract'
import { Button } from '@mantine/core'
import { IconFileInvoice, IconPackageImport } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useLinks } from '../../data/use-links.ts'
import { messages } from './messages.ts'

/** What is ordered arrives before it is paid. */
function inOrder(next: SubmissionLinks['next']): SubmissionLinks['next'] {
  const isReceipt = ({ formType }: { formType: string }) => formType === 'receipt'
  return [...next.filter(isReceipt), ...next.filter((form) => !isReceipt(form))]
}

/** Receive and Bill, on an approved order: a new form that takes over what remains. */
export function NextFormButtons({ submissionId }: { submissionId: string }) {
  const { data: links } = useLinks(submissionId)
  return inOrder(links?.next ?? []).map(({ formId, formName, formType }) => (
    <Button
      key={formId}
      component={Link}
      to={`/my-forms/${formId}?from=${submissionId}`}
      variant="default"
      leftSection={
        formType === 'receipt' ? (
          <IconPackageImport size={16} aria-hidden />
        ) : (
          <IconFileInvoice size={16} aria-hidden />
        )
      }
    >
      {messages.links.make(formType, formName)}
    </Button>
  ))
}
