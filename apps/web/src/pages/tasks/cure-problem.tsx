import type { SubmissionView } from '@fieldledger/contract'
import type { Problem } from '@fieldledger/workflow'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { ChooseVersion } from '../../cures/choose-version.tsx'
import { CureCause } from '../../cures/cure-cause.tsx'
import { LinkDocument } from '../../cures/link-document.tsx'
import { messages } from '../../cures/messages.ts'
import { NotADuplicate } from '../../cures/not-a-duplicate.tsx'
import { SendAsNew } from '../../cures/send-as-new.tsx'
import { SendOrder } from '../../cures/send-order.tsx'
import { SetPrices } from '../../cures/set-prices.tsx'

/** The smallest form for one kind of cause. */
export function CureProblem(props: {
  problems: readonly Problem[]
  submission: SubmissionView
  /** What is held; absent = nothing is about to be sent. */
  effectId?: string | undefined
  onCured: () => void
}) {
  const [problem] = props.problems
  if (problem === undefined) return null
  switch (problem.cure) {
    case 'set-price':
      return <SetPrices {...props} />
    case 'send-as-new':
      return <SendAsNew effectId={String(problem.params?.effectId)} submission={props.submission} />
    case 'choose-version':
      return <ChooseVersion problems={props.problems} />
    case 'not-a-duplicate':
      return <NotADuplicate problem={problem} submissionId={props.submission.id} />
    case 'link-document':
      return <LinkDocument problem={problem} submissionId={props.submission.id} effectId={props.effectId} />
    case 'send-order':
      return <SendOrder problem={problem} />
    case 'edit-form':
    case 'change-number':
      return (
        <Button component={Link} to={`/submissions/${props.submission.id}/revise`} w="fit-content">
          {messages.editForm}
        </Button>
      )
    default:
      return <CureCause problem={problem} onCured={props.onCured} />
  }
}
