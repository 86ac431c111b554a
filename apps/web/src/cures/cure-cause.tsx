import type { Problem } from '@fieldledger/workflow'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useConnections } from '../data/use-connections.ts'
import { useMay } from '../session/me-context.ts'
import { ChooseAccount } from './choose-account.tsx'
import { ChooseTaxCode } from './choose-tax-code.tsx'
import { LinkRecord } from './link-record.tsx'
import { messages } from './messages.ts'
import { RenameRecord } from './rename-record.tsx'
import { WhoMay } from './who-may.tsx'

const shortestNameLimit = 300
/** The facts without which the form of a cure would be empty. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'link-vendor': ['connectionId', 'vendorId'],
  'link-item': ['connectionId', 'materialId'],
  'choose-account': ['connectionId'],
  'choose-tax-code': ['connectionId', 'rate'],
  'shorten-name': ['materialId'],
  reconnect: [],
}

/** Cured in one place, it is cured for every form that it holds. */
export function curesAll({ cure, params }: Pick<Problem, 'cure' | 'params'>): boolean {
  const facts = cure !== undefined && Object.hasOwn(needed, cure) ? needed[cure] : undefined
  return facts?.every((fact) => params?.[fact] !== undefined) ?? false
}

/** The smallest form for a cause that no form's own values hold: a link, an account, a name, a connection. */
export function CureCause({ problem, onCured }: { problem: Problem; onCured: () => void }) {
  const connections = useConnections({ enabled: useMay('connection.read') })
  const { params = {} } = problem
  const connection = connections.data?.find(({ id }) => id === params.connectionId)
  switch (problem.cure) {
    case 'link-vendor':
    case 'link-item':
      return connection === undefined ? null : (
        <LinkRecord
          list={problem.cure === 'link-vendor' ? 'vendors' : 'materials'}
          recordId={String(params.vendorId ?? params.materialId)}
          recordName={String(params.vendor ?? params.material ?? '')}
          connectionId={connection.id}
          ledgerLabel={connection.providerLabel}
          onLinked={onCured}
        />
      )
    case 'choose-account':
      return connection === undefined ? null : (
        <ChooseAccount
          connection={connection}
          {...(params.costCodeId === undefined ? {} : { costCodeId: String(params.costCodeId) })}
          onCured={onCured}
        />
      )
    case 'choose-tax-code':
      return connection === undefined ? null : (
        <ChooseTaxCode connection={connection} rate={String(params.rate ?? '0')} onCured={onCured} />
      )
    case 'shorten-name':
      return params.materialId === undefined ? null : (
        <RenameRecord
          materialId={String(params.materialId)}
          limit={Number(params.limit ?? shortestNameLimit)}
          field={params.field === 'sku' ? 'sku' : 'name'}
          onCured={onCured}
        />
      )
    case 'reconnect':
      return (
        <>
          <Button component={Link} to="/connections" w="fit-content">
            {messages.reconnect}
          </Button>
          <WhoMay permission="connection.manage" />
        </>
      )
    case 'check-connection':
      return params.connectionId === undefined ? null : (
        <Button component={Link} to={`/connections/${params.connectionId}`} w="fit-content">
          {messages.openConnection}
        </Button>
      )
    default:
      return null
  }
}
