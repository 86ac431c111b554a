import type { SubmissionView } from '@fieldledger/contract'
import type { Problem } from '@fieldledger/workflow'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { ChooseAccount } from '../../cures/choose-account.tsx'
import { ChooseVersion } from '../../cures/choose-version.tsx'
import { LinkRecord } from '../../cures/link-record.tsx'
import { messages } from '../../cures/messages.ts'
import { RenameRecord } from '../../cures/rename-record.tsx'
import { SendAsNew } from '../../cures/send-as-new.tsx'
import { SetPrices } from '../../cures/set-prices.tsx'
import { useConnections } from '../../data/use-connections.ts'
import { useMay } from '../../session/me-context.ts'

const shortestNameLimit = 300

/** The smallest form for one kind of cause. */
export function CureProblem(props: {
  problems: readonly Problem[]
  submission: SubmissionView
  onCured: () => void
}) {
  const connections = useConnections({ enabled: useMay('connection.read') })
  const [problem] = props.problems
  const params = problem?.params ?? {}
  const connection = connections.data?.find(({ id }) => id === params.connectionId)
  switch (problem?.cure) {
    case 'link-vendor':
    case 'link-item': {
      const list = problem.cure === 'link-vendor' ? 'vendors' : 'materials'
      if (connection === undefined) return null
      return (
        <LinkRecord
          list={list}
          recordId={String(params.vendorId ?? params.materialId)}
          recordName={String(params.vendor ?? params.material ?? '')}
          connectionId={connection.id}
          ledgerLabel={connection.providerLabel}
          onLinked={props.onCured}
        />
      )
    }
    case 'choose-account':
      return connection === undefined ? null : (
        <ChooseAccount connection={connection} onCured={props.onCured} />
      )
    case 'set-price':
      return <SetPrices {...props} />
    case 'shorten-name':
      return params.materialId === undefined ? null : (
        <RenameRecord
          materialId={String(params.materialId)}
          limit={Number(params.limit ?? shortestNameLimit)}
          onCured={props.onCured}
        />
      )
    case 'send-as-new':
      return <SendAsNew effectId={String(params.effectId)} submission={props.submission} />
    case 'choose-version':
      return <ChooseVersion problems={props.problems} />
    case 'reconnect':
      return (
        <Button component={Link} to="/connections" w="fit-content">
          {messages.reconnect}
        </Button>
      )
    case 'edit-form':
    case 'change-number':
      return (
        <Button component={Link} to={`/submissions/${props.submission.id}/revise`} w="fit-content">
          {messages.editForm}
        </Button>
      )
    default:
      return null
  }
}
